/** So many of the last calls are remembered, and sorted anew after so many more. */
const REMEMBERED = 256;
const SORTED_EVERY = 16;

/** How long the last calls took, in milliseconds; old ones are forgotten. */
export class Latencies {
  readonly #last: number[] = [];
  #sorted: readonly number[] = [];
  #added = 0;

  add(milliseconds: number): void {
    this.#last[this.#added % REMEMBERED] = milliseconds;
    this.#added++;
    if (this.#added % SORTED_EVERY === 0) this.#sorted = this.#last.toSorted((a, b) => a - b);
  }

  /** What this share of the calls (0 to 1) did not exceed; `undefined` before there were 16 calls. */
  percentile(share: number): number | undefined {
    const { length } = this.#sorted;
    return this.#sorted[Math.min(length - 1, Math.ceil(share * length) - 1)];
  }
}
