/** Entries that expire and are bounded in number: the least recently used one makes room. */
export class ExpiringMap<Value> {
  // A Map keeps the order of insertion; whatever is used is inserted anew.
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();

  constructor(private readonly maxEntries: number) {}

  get(key: string, now: number): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (entry.until <= now) return undefined;
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** When the entry expires, without counting as a use. */
  until(key: string): number | undefined {
    return this.#entries.get(key)?.until;
  }

  set(key: string, value: Value, until: number, now: number): void {
    this.#entries.delete(key);
    if (this.#entries.size >= this.maxEntries) this.#makeRoom(now);
    this.#entries.set(key, { value, until });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  get size(): number {
    return this.#entries.size;
  }

  clear(): void {
    this.#entries.clear();
  }

  /** Drops what has expired among the oldest few; failing that, the oldest. */
  #makeRoom(now: number): void {
    let looked = 0;
    for (const [key, { until }] of this.#entries) {
      if (until <= now) this.#entries.delete(key);
      if (++looked === 16) break;
    }
    if (this.#entries.size < this.maxEntries) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}
