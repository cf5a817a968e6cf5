import { reviews } from './shop-data.js';

interface Event {
  id: string;
  sequence: string;
  upc: string;
  reviewId: string;
}

/** A log of events that subscribers follow: from its end, or from after a sequence. */
class EventLog {
  readonly #events: Event[] = [];
  readonly #wakes = new Set<() => void>();
  readers = 0;

  append(upc: string, reviewId: string): void {
    const sequence = String(this.#events.length + 1);
    this.#events.push({ id: `e${sequence}`, sequence, upc, reviewId });
    for (const wake of this.#wakes) wake();
  }

  get length(): number {
    return this.#events.length;
  }

  read(upc: string, after: string | undefined): AsyncIterableIterator<Event> {
    let position = after === undefined ? this.#events.length : Number(after);
    let ended = false;
    let wake = (): void => undefined;
    this.readers++;
    const done = { done: true, value: undefined } as const;
    const stop = (): void => {
      if (!ended) this.readers--;
      ended = true;
      this.#wakes.delete(signal);
      wake();
    };
    const signal = (): void => wake();
    this.#wakes.add(signal);
    return {
      next: async () => {
        for (;;) {
          if (ended) return done;
          const event = this.#events[position];
          if (!event) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          } else {
            position++;
            if (event.upc === upc) return { done: false, value: event };
          }
        }
      },
      return: async () => {
        stop();
        return done;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

export const eventLog = new EventLog();

export const reviewStream = {
  reviewAdded: {
    subscribe: (_: unknown, { upc, after }: { upc: string; after?: string }) =>
      eventLog.read(upc, after),
    resolve: ({ id, sequence, reviewId }: Event) => ({
      id,
      sequence,
      node: reviews.find((review) => review.id === reviewId) ?? null,
    }),
  },
  ticks: {
    async *subscribe(_: unknown, { count }: { count: number }) {
      for (let tick = 1; tick <= count; tick++) yield tick;
    },
    resolve: (tick: number) => tick,
  },
  broken: {
    subscribe: () => {
      throw new TypeError('no events today');
    },
  },
};
