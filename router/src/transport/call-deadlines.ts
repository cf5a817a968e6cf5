/**
 * Gives up calls that take too long. All have the same time, so the oldest is always the next to run out, and one timer
 * serves them all.
 */
export class CallDeadlines {
  /** In order of their ends. */
  readonly #ends = new Map<() => void, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly milliseconds: number) {}

  /** Calls `giveUp` when the time is over, unless it was deleted before. */
  add(giveUp: () => void): void {
    this.#ends.set(giveUp, performance.now() + this.milliseconds);
    this.#timer ??= this.#wait(this.milliseconds);
  }

  delete(giveUp: () => void): void {
    this.#ends.delete(giveUp);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#ends.clear();
  }

  #wait(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.#check(), milliseconds).unref();
  }

  #check(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (const [giveUp, end] of this.#ends) {
      if (end > now) {
        this.#timer = this.#wait(Math.ceil(end - now));
        return;
      }
      this.#ends.delete(giveUp);
      giveUp();
    }
  }
}
