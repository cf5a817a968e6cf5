/** What is being asked for, by its key: whoever misses the same meanwhile waits for it. */
export class UnderWay<T> {
  readonly #asked = new Map<string, Promise<T | undefined>>();

  /** What comes of it, `undefined` where nothing can be shared; or nobody asks for it. */
  find(key: string): Promise<T | undefined> | undefined {
    return this.#asked.get(key);
  }

  begin(key: string): Asking<T> {
    const { promise, resolve } = Promise.withResolvers<T | undefined>();
    this.#asked.set(key, promise);
    return {
      tell: resolve,
      end: () => {
        resolve(undefined);
        if (this.#asked.get(key) === promise) this.#asked.delete(key);
      },
    };
  }
}

/** Held by whoever asks. */
export interface Asking<T> {
  /** Tells those who wait; others may still come. */
  tell(outcome: T | undefined): void;
  /** From now on it is asked for anew. */
  end(): void;
}
