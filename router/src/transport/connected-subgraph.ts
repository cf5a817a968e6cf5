import type { OperationContext, SubgraphResult, SubgraphTransport } from './transport.js';

/** A subgraph as it was connected: its transport can be let go while streams from it are still open. */
export class ConnectedSubgraph<P> {
  readonly transport: SubgraphTransport<P>;
  #streams = 0;
  #onClosed: (() => void) | undefined;
  #closing: Promise<void> | undefined;

  /** @param made what the host made, before any shaping */
  constructor(
    readonly url: string,
    readonly made: SubgraphTransport<P>,
    private readonly shaped: SubgraphTransport<P>,
  ) {
    const { heedsSignal } = shaped;
    this.transport = {
      ...(heedsSignal !== undefined && { heedsSignal }),
      execute: shaped.execute.bind(shaped),
      subscribe: async (request, context) => {
        const release = this.#hold(context);
        try {
          return released(await shaped.subscribe(request, context), release);
        } catch (error) {
          release();
          throw error;
        }
      },
      close: () => this.close(),
    };
  }

  /** No operation begins here any more; closes it after the time that one may take, and after its last stream. */
  retire(graceMs: number, onClosed: () => void): void {
    setTimeout(() => {
      this.#onClosed = onClosed;
      this.#closeIfIdle();
    }, graceMs).unref();
  }

  close(): Promise<void> {
    this.#closing ??= this.shaped.close();
    return this.#closing;
  }

  #hold({ signal }: OperationContext<P>): () => void {
    this.#streams++;
    let isHeld = true;
    const release = (): void => {
      if (!isHeld) return;
      isHeld = false;
      this.#streams--;
      signal.removeEventListener('abort', release);
      this.#closeIfIdle();
    };
    signal.addEventListener('abort', release, { once: true });
    return release;
  }

  #closeIfIdle(): void {
    // Nobody waits for it, and there is nobody to tell that it failed.
    if (this.#onClosed && this.#streams === 0) {
      this.close().then(this.#onClosed, this.#onClosed);
    }
  }
}

/** The same stream, which says when it has ended. No generator: its `return` would wait for the next event. */
function released(
  stream: AsyncIterable<SubgraphResult>,
  release: () => void,
): AsyncIterable<SubgraphResult> {
  return {
    [Symbol.asyncIterator]() {
      const events = stream[Symbol.asyncIterator]();
      return {
        async next() {
          try {
            const event = await events.next();
            if (event.done) release();
            return event;
          } catch (error) {
            release();
            throw error;
          }
        },
        async return() {
          release();
          return (await events.return?.()) ?? { done: true, value: undefined };
        },
      };
    },
  };
}
