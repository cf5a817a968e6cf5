import { Redis } from 'ioredis';
import type { Live, LiveOptions } from './live.types.js';
import { LocalLive } from './local-live.js';

export interface RedisLiveOptions extends LiveOptions {
  readonly url: string;
}

const PREFIX = 'nexus:live:';

/** Live messages over Redis pub/sub: one connection that speaks, one that hears. */
export function redisLive({ url, ...options }: RedisLiveOptions): Live {
  const onError = options.onError ?? (() => {});
  return new LocalLive((reception) => {
    const retryStrategy = (attempt: number) => Math.min(attempt * 100, 2_000);
    const speaker = new Redis(url, { maxRetriesPerRequest: 2, retryStrategy, lazyConnect: true });
    // Subscriptions wait for Redis and are renewed by ioredis after each reconnection.
    const hearer = new Redis(url, { maxRetriesPerRequest: null, retryStrategy, lazyConnect: true });
    let lost = false;
    speaker.on('error', onError);
    hearer.on('error', onError);
    hearer.on('close', () => {
      lost = true;
    });
    hearer.on('ready', () => {
      if (lost) reception.gap();
      lost = false;
    });
    hearer.on('message', (channel, message) =>
      reception.deliver(channel.slice(PREFIX.length), message),
    );
    return {
      publish: async (topic, message) => void (await speaker.publish(PREFIX + topic, message)),
      subscribe: async (topic) => void (await hearer.subscribe(PREFIX + topic)),
      unsubscribe: async (topic) => void (await hearer.unsubscribe(PREFIX + topic)),
      async close() {
        speaker.disconnect();
        hearer.disconnect();
      },
    };
  }, options);
}
