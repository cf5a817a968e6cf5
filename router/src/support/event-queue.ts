/** A bounded queue between one producer and one consumer, who may ask for several items at once. */
export class EventQueue<T> {
  readonly #waiting: T[] = [];
  readonly #consumers: ((item: T | undefined) => void)[] = [];
  #ended = false;
  #lost = 0;

  /** `losesOldest`: a full queue drops what waited longest, instead of refusing what is new. */
  constructor(
    readonly capacity: number,
    private readonly losesOldest = false,
  ) {}

  /** `false` when the queue is full: the consumer is too slow. */
  push(item: T): boolean {
    if (this.#ended) return true;
    const consumer = this.#consumers.shift();
    if (consumer) {
      consumer(item);
      return true;
    }
    if (this.#waiting.length >= this.capacity) {
      if (!this.losesOldest) return false;
      this.#waiting.shift();
      this.#lost++;
    }
    this.#waiting.push(item);
    return true;
  }

  /** What still waits is delivered, unless `discard` is set; then `next` answers `undefined`. */
  end(discard = false): void {
    this.#ended = true;
    if (discard) this.#waiting.length = 0;
    for (const consumer of this.#consumers.splice(0)) consumer(undefined);
  }

  async next(): Promise<T | undefined> {
    if (this.#waiting.length > 0 || this.#ended) return this.#waiting.shift();
    return new Promise((resolve) => {
      this.#consumers.push(resolve);
    });
  }

  /** How many were dropped since it was last asked. */
  takeLost(): number {
    const lost = this.#lost;
    this.#lost = 0;
    return lost;
  }
}
