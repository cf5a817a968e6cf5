/** Values of a source until it ends or the signal is aborted, whichever comes first. */
export class ServedStream<Value> implements AsyncGenerator<Value, undefined> {
  readonly #source: AsyncIterator<Value>;
  readonly #stopped: Promise<IteratorReturnResult<undefined>>;
  #over = false;

  /**
   * `end` is called once, when nothing more will come; it aborts the signal that the source was given. A source
   * that is waiting for its next value cannot be returned from: the signal alone reaches it.
   */
  constructor(
    source: AsyncIterable<Value>,
    signal: AbortSignal,
    private readonly end: () => void,
  ) {
    this.#source = source[Symbol.asyncIterator]();
    this.#stopped = new Promise((resolve) => {
      const stop = () => resolve({ done: true, value: undefined });
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
  }

  async next(): Promise<IteratorResult<Value, undefined>> {
    if (this.#over) return { done: true, value: undefined };
    const upcoming = this.#source.next();
    upcoming.catch(() => {}); // nobody waits for it any more where the stream was stopped
    try {
      const result = await Promise.race([upcoming, this.#stopped]);
      if (!result.done) return result;
    } catch (error) {
      this.#finish();
      throw error;
    }
    return this.return();
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#finish();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorReturnResult<undefined>> {
    this.#finish();
    throw error;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#finish();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.end();
    // Whatever it still does, it does without us.
    this.#source.return?.(undefined)?.then(undefined, () => {});
  }
}
