import type { GraphQLError } from 'graphql';
import { unexpected } from '../../support/unexpected.js';

interface Ready<Part> {
  readonly part: Part;
  /** What was fetched for it ended with this. */
  readonly fault: GraphQLError | undefined;
}

/** Parts in the order in which they become ready. */
export class ReadyParts<Part> {
  #ready: Ready<Part>[] = [];
  #outstanding = 0;
  #wake: () => void = () => undefined;

  /** Are there parts that were not taken yet, ready or not? */
  get hasMore(): boolean {
    return this.#outstanding > 0;
  }

  /** A part is ready when `done` settles; at once without it. */
  add(part: Part, done: Promise<void> = Promise.resolve()): void {
    this.#outstanding++;
    const settle = (fault?: GraphQLError): void => {
      this.#ready.push({ part, fault });
      this.#wake();
    };
    done.then(
      () => settle(),
      (error: unknown) => settle(unexpected(error)),
    );
  }

  /** Those that are ready; waits for one. */
  async next(): Promise<readonly Ready<Part>[]> {
    if (this.#ready.length === 0) {
      const woken = Promise.withResolvers<void>();
      this.#wake = woken.resolve;
      await woken.promise;
    }
    const ready = this.#ready;
    this.#ready = [];
    this.#outstanding -= ready.length;
    return ready;
  }
}
