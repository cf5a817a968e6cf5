import type { RecordedEvent } from '../domain/index.js';
import type { Tailer } from './tailer.js';

/** Which events somebody listens for. */
export interface LiveFilter {
  readonly tenantId: string;
  /** Full type names. */
  readonly types: readonly string[];
  /** Fields of the payload and the value that each must have; absent values ask nothing. */
  readonly of?: Readonly<Record<string, string | null | undefined>> | undefined;
}

interface Listener {
  readonly wanted: (event: RecordedEvent) => boolean;
  readonly hear: (events: readonly RecordedEvent[]) => void;
}

/** Whether an event is what a filter names. */
export function matcher({
  tenantId,
  types,
  of = {},
}: LiveFilter): (event: RecordedEvent) => boolean {
  const names = new Set(types);
  const fields = Object.entries(of).filter(([, value]) => value != null);
  return ({ tenantId: tenant, type, data }) =>
    tenant === tenantId && names.has(type) && fields.every(([name, value]) => data[name] === value);
}

/**
 * Hands the tailer's events to whom they concern. Listeners are found by tenant and one field of the payload, so
 * that an event costs what its own audience costs, however many others listen.
 */
export class LiveHub {
  readonly #listeners = new Map<string, Set<Listener>>();
  /** Fields by which somebody is found, and how many are. */
  readonly #fields = new Map<string, number>();
  #unlisten: (() => void) | undefined;

  constructor(private readonly tailer: Tailer) {}

  /** Calls `hear` with what comes, until the returned function is called. */
  listen(filter: LiveFilter, hear: Listener['hear']): () => void {
    const { tenantId, of = {} } = filter;
    const [field, value] = Object.entries(of).find(([, wanted]) => wanted != null) ?? [];
    const place = placeOf(tenantId, field, value);
    const listener = { wanted: matcher(filter), hear };
    const others = this.#listeners.get(place) ?? new Set();
    this.#listeners.set(place, others.add(listener));
    if (field) this.#count(field, 1);
    this.#unlisten ??= this.tailer.listen(({ events }) => this.#hand(events));
    return () => {
      if (!others.delete(listener)) return;
      if (field) this.#count(field, -1);
      if (others.size === 0) this.#listeners.delete(place);
      if (this.#listeners.size > 0) return;
      this.#unlisten?.();
      this.#unlisten = undefined;
    };
  }

  #hand(events: readonly RecordedEvent[]): void {
    const heard = new Map<Listener, RecordedEvent[]>();
    for (const event of events) {
      for (const place of this.#placesOf(event)) {
        for (const listener of this.#listeners.get(place) ?? []) {
          if (!listener.wanted(event)) continue;
          const own = heard.get(listener);
          if (own) own.push(event);
          else heard.set(listener, [event]);
        }
      }
    }
    for (const [{ hear }, own] of heard) hear(own);
  }

  *#placesOf({ tenantId, data }: RecordedEvent): Generator<string> {
    yield placeOf(tenantId);
    for (const field of this.#fields.keys()) {
      const value = data[field];
      if (typeof value === 'string') yield placeOf(tenantId, field, value);
    }
  }

  #count(field: string, by: number): void {
    const count = (this.#fields.get(field) ?? 0) + by;
    if (count > 0) this.#fields.set(field, count);
    else this.#fields.delete(field);
  }
}

const placeOf = (tenantId: string, field = '', value: string | null = ''): string =>
  `${tenantId}/${field}/${value}`;
