/**
 * What extra requests may cost: a share of the ordinary ones, saved up to a bound, so that a subgraph in trouble is not
 * asked many times more than in good days.
 */
export class Budget {
  #saved: number;

  /**
   * @param share of the ordinary requests, for example 0.1
   * @param reserve saved at most, and at the beginning
   */
  constructor(
    private readonly share: number,
    private readonly reserve: number,
  ) {
    this.#saved = reserve;
  }

  /** An ordinary request was made. */
  earn(): void {
    this.#saved = Math.min(this.reserve, this.#saved + this.share);
  }

  /** May an extra one be made? Then it is paid. */
  spend(): boolean {
    // Ten tenths are a whole, whatever binary fractions make of them.
    if (this.#saved < 1 - 1e-9) return false;
    this.#saved -= 1;
    return true;
  }
}
