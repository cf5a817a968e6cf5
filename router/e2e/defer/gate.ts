import type { OperationContext, SubgraphTransport } from '../../src/index.js';

/** A subgraph that answers only what is let through. */
export class Gate {
  /** Operations that wait, in order. */
  readonly waiting: string[] = [];
  /** Of those, how many were given up. */
  givenUp = 0;
  #open = false;
  readonly #waiters: (() => void)[] = [];

  constructor(private readonly inner: SubgraphTransport<string>) {}

  /** Answers what waits, and all that comes. */
  open(): void {
    this.#open = true;
    for (const waiter of this.#waiters.splice(0)) waiter();
  }

  readonly transport: SubgraphTransport<string> = {
    execute: async (request, context) => {
      if (!this.#open) {
        this.waiting.push(request.query);
        await this.#passed(context);
      }
      return this.inner.execute(request, context);
    },
    subscribe: (request, context) => this.inner.subscribe(request, context),
    close: () => this.inner.close(),
  };

  async #passed({ signal }: OperationContext<string>): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiters.push(resolve);
    const leave = (): void => {
      this.givenUp++;
      resolve();
    };
    signal.addEventListener('abort', leave, { once: true });
    await promise;
    signal.removeEventListener('abort', leave);
  }
}
