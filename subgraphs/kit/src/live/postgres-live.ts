import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresRelayBackend, Relay, type RelaySubscription } from 'bullmq';
import type { PostgresHub } from '../jobs/index.js';
import { type Live, type LiveOptions, MAX_MESSAGE_BYTES } from './live.types.js';
import { LocalLive } from './local-live.js';

export interface PostgresLiveOptions extends LiveOptions {
  /** Shared with the jobs of the process; stays open when live messages are closed. */
  readonly connection: PostgresHub;
}

const GOODBYE_MS = 1_000;

/** Live messages over PostgreSQL, through BullMQ's Relay: an inbox per process, announced by NOTIFY. */
export function postgresLive({ connection, ...options }: PostgresLiveOptions): Live {
  const onError = options.onError ?? (() => {});
  return new LocalLive((reception) => {
    const relay = new Relay({
      connection: connection.pool,
      backend: createPostgresRelayBackend,
      namespace: 'nexus',
      // The message is a text of JSON, which the Relay wraps into JSON once more.
      maxMessageSize: MAX_MESSAGE_BYTES * 3,
      inboxMaxLength: 1_000,
      // Messages are announced; this is only how soon a lost announcement is made good.
      blockTimeout: 5_000,
    });
    relay.on('error', onError);
    relay.on('recovered', () => reception.gap());
    const subscriptions = new Map<string, RelaySubscription>();
    return {
      publish: async (topic, message) => void (await relay.publish(topic, message)),
      async subscribe(topic) {
        const heard = await relay.subscribe<string>(topic, ({ data }) =>
          reception.deliver(topic, data),
        );
        subscriptions.set(topic, heard);
      },
      async unsubscribe(topic) {
        await subscriptions.get(topic)?.unsubscribe();
        subscriptions.delete(topic);
      },
      // While the database is away the relay cannot say goodbye; its lease runs out by itself.
      close: () => Promise.race([relay.close(), sleep(GOODBYE_MS, undefined, { ref: false })]),
    };
  }, options);
}
