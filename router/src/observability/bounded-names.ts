/** So many names, the first that come; or these and no others. */
export type NameBound = number | readonly string[];

const LONGEST = 128;

/** Names that clients make up, fit for labels: whatever goes beyond the bound is `other`. */
export class BoundedNames {
  readonly #names: Set<string>;
  readonly #capacity: number;

  constructor(bound: NameBound) {
    this.#names = new Set(typeof bound === 'number' ? [] : bound);
    this.#capacity = typeof bound === 'number' ? bound : 0;
  }

  /** `missing` stands for a name that was not given. */
  label(name: string | undefined, missing: string): string {
    if (name === undefined) return missing;
    if (this.#names.has(name)) return name;
    if (this.#names.size >= this.#capacity || name.length > LONGEST) return 'other';
    this.#names.add(name);
    return name;
  }
}
