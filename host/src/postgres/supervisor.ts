import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import { type LaunchOptions, launch, type Postmaster } from './postmaster.js';

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** A server that ran this long has recovered: its next end is a new incident. */
const STEADY = 30_000;

export interface SupervisedServer {
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
}

/**
 * Keeps one server running: when it ends unasked it is started again on the same port, at once the
 * first time, then with growing pauses. The very first start is not retried: it fails to the caller.
 */
export async function supervise(
  cluster: Cluster,
  options: LaunchOptions,
): Promise<SupervisedServer> {
  let current: Postmaster | undefined = await launch(cluster, options);
  const stopping = new AbortController();

  const watch = async (): Promise<void> => {
    let pause = FIRST_PAUSE;
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      await current?.ended;
      current = undefined;
      if (stopping.signal.aborted) return;
      if (Date.now() - startedAt > STEADY) pause = FIRST_PAUSE;
      options.log('PostgreSQL ended unexpectedly; it is started again.');
      while (!current && !stopping.signal.aborted) {
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
        if (stopping.signal.aborted) return;
        pause = Math.min(pause * 2, LONGEST_PAUSE);
        current = await launch(cluster, options).catch((error: unknown) => {
          options.log(error instanceof Error ? error.message : String(error));
          return undefined;
        });
      }
      if (current) options.log('PostgreSQL runs again.');
    }
  };
  const watching = watch();

  return {
    pid: () => current?.pid,
    stop: async () => {
      stopping.abort();
      await current?.stop();
      await watching;
      await current?.stop(); // a restart that was under way when we were asked
    },
  };
}
