import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { EVENT_STREAM, workerOptions } from '../bull-backend.js';
import { bullJobs } from '../bull-jobs.js';
import type { Jobs, JobsOptions } from '../jobs.types.js';

export interface RedisJobsOptions extends JobsOptions {
  /** `redis://…`; the server keeps what it is given (`maxmemory-policy noeviction`). */
  readonly url: string;
}

const PREFIX = 'nexus:jobs';

/** Jobs in Redis (or Valkey), for several processes and hosts. */
export function redisJobs({ url, ...options }: RedisJobsOptions): Jobs {
  const { onError = () => {} } = options;
  const connect = (maxRetriesPerRequest: number | null) => {
    const client = new Redis(url, { maxRetriesPerRequest, lazyConnect: true, retryStrategy });
    return client.on('error', onError);
  };
  // A caller waits seconds for an absent Redis and is then told; a worker waits as long as it takes.
  const producers = connect(4);
  const workers = connect(null);
  return bullJobs(
    {
      queue(name, report) {
        const queue = new Queue(name, { connection: producers, prefix: PREFIX, ...EVENT_STREAM });
        return queue.on('error', report);
      },
      worker(name, processor, settings) {
        const worker = new Worker(name, processor, {
          connection: workers,
          prefix: PREFIX,
          ...workerOptions(settings),
        });
        return worker.on('error', settings.onError).on('failed', settings.onFailed);
      },
      async close() {
        producers.disconnect();
        workers.disconnect();
      },
    },
    options,
  );
}

function retryStrategy(attempt: number): number {
  return Math.min(attempt * 100, 2_000);
}
