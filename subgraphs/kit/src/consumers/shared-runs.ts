/**
 * Lets callers that ask the same at the same time share a run. Whoever asks while one is under way gets the next
 * one, which begins after the question: an answer is never older than what was asked.
 */
export class SharedRuns<Result> {
  readonly #under = new Map<
    string,
    { current: Promise<Result>; next: Promise<Result> | undefined }
  >();

  /** Runs now, or shares the run that follows the present one of this key. */
  run(key: string, work: () => Promise<Result>): Promise<Result> {
    const under = this.#under.get(key);
    if (!under) return this.#start(key, work);
    under.next ??= under.current.then(
      () => this.#start(key, work),
      () => this.#start(key, work),
    );
    return under.next;
  }

  #start(key: string, work: () => Promise<Result>): Promise<Result> {
    const current = work();
    const entry = { current, next: undefined as Promise<Result> | undefined };
    this.#under.set(key, entry);
    const done = () => {
      // Who waits for the next run has put it behind this one already.
      if (this.#under.get(key) === entry && !entry.next) this.#under.delete(key);
    };
    current.then(done, done);
    return current;
  }
}
