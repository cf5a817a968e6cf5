import type { Live, LiveOptions } from './live.types.js';
import { LocalLive } from './local-live.js';

/** Live messages within one process. */
export function memoryLive(options: LiveOptions = {}): Live {
  return new LocalLive(
    (reception) => ({
      async publish(topic, message) {
        setImmediate(() => reception.deliver(topic, message));
      },
      subscribe: async () => {},
      unsubscribe: async () => {},
      close: async () => {},
    }),
    options,
  );
}
