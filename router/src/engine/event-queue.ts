/** A bounded queue between one producer and one consumer. */
export class EventQueue<T> {
  readonly #waiting: T[] = [];
  #ended = false;
  #lost = 0;
  #wake: (() => void) | undefined;

  /** `losesOldest`: a full queue drops what waited longest, instead of refusing what is new. */
  constructor(
    readonly capacity: number,
    private readonly losesOldest = false,
  ) {}

  /** `false` when the queue is full: the consumer is too slow. */
  push(item: T): boolean {
    if (this.#ended) return true;
    if (this.#waiting.length >= this.capacity) {
      if (!this.losesOldest) return false;
      this.#waiting.shift();
      this.#lost++;
    }
    this.#waiting.push(item);
    this.#wake?.();
    return true;
  }

  /** What still waits is delivered, unless `discard` is set; then `next` answers `undefined`. */
  end(discard = false): void {
    this.#ended = true;
    if (discard) this.#waiting.length = 0;
    this.#wake?.();
  }

  async next(): Promise<T | undefined> {
    while (this.#waiting.length === 0) {
      if (this.#ended) return undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
    return this.#waiting.shift();
  }

  /** How many were dropped since it was last asked. */
  takeLost(): number {
    const lost = this.#lost;
    this.#lost = 0;
    return lost;
  }
}
