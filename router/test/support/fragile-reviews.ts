import { inProcess, type SubgraphTransport, SubgraphUnavailable } from '../../src/index.js';
import { shopSchema } from './shop-subgraphs.js';

interface FragileReviews {
  readonly transport: SubgraphTransport<string>;
  /** How often a stream was asked for. */
  readonly opened: number;
  /** While it is down, no stream can be opened. */
  down: boolean;
  /** Breaks the streams that are open. */
  break(): void;
}

/** The shop's reviews, whose streams of events break when a test wants it. */
export function fragileReviews(): FragileReviews {
  const reviews = inProcess<string>({ schema: shopSchema('reviews') });
  const breaks = new Set<(reason: Error) => void>();
  const state = { opened: 0, down: false };
  const failure = () => new SubgraphUnavailable('reviews', 'the connection broke');
  return {
    get opened() {
      return state.opened;
    },
    get down() {
      return state.down;
    },
    set down(value) {
      state.down = value;
    },
    break() {
      for (const reject of breaks) reject(failure());
      breaks.clear();
    },
    transport: {
      ...reviews,
      async subscribe(request, context) {
        state.opened++;
        if (state.down) throw failure();
        const broken = Promise.withResolvers<never>();
        broken.promise.catch(() => undefined);
        breaks.add(broken.reject);
        const events = (await reviews.subscribe(request, context))[Symbol.asyncIterator]();
        void broken.promise.catch(() => events.return?.());
        return {
          [Symbol.asyncIterator]: () => ({
            next: () => Promise.race([events.next(), broken.promise]),
            return: async () => {
              breaks.delete(broken.reject);
              return (await events.return?.()) ?? { done: true, value: undefined };
            },
          }),
        };
      },
    },
  };
}
