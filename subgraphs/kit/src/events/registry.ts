import type { EventCatalogue, EventSpec } from '../domain/index.js';

type AnySpec = EventSpec<Record<string, unknown>>;

/** All event types that this process knows, by their name in the log. */
export class EventRegistry {
  readonly #specs = new Map<string, AnySpec>();
  readonly #domains = new Map<EventCatalogue['specs'], string>();

  /** Throws TypeError where a type is declared twice. */
  constructor(catalogues: Iterable<EventCatalogue>) {
    for (const { domain, specs } of catalogues) {
      if (this.#domains.has(specs)) continue;
      this.#domains.set(specs, domain);
      for (const [name, spec] of Object.entries(specs)) {
        const type = `${domain}.${name}`;
        if (this.#specs.has(type)) throw new TypeError(`Event ${type} is declared twice`);
        this.#specs.set(type, spec as AnySpec);
      }
    }
  }

  /** Undefined for a type of a domain that this process does not hold. */
  spec(type: string): AnySpec | undefined {
    return this.#specs.get(type);
  }

  types(): string[] {
    return [...this.#specs.keys()];
  }

  /** Brings a stored payload to the present version. Throws RangeError where an upcaster is missing. */
  upcast(type: string, version: number, data: Record<string, unknown>): Record<string, unknown> {
    const spec = this.#specs.get(type);
    if (!spec) return data;
    let current = data;
    for (let v = version; v < spec.version; v++) {
      const up = spec.upcast?.[v];
      if (!up) throw new RangeError(`No upcaster for ${type} version ${v}`);
      current = up(current);
    }
    return current;
  }
}
