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
  // A caller waits seconds for an absent Redis and is then told; a worker waits as long as it takes.
  const producers = new Redis(url, { maxRetriesPerRequest: 4, lazyConnect: true, retryStrategy });
  const workers = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, retryStrategy });
  const connections = [producers, workers];
  for (const connection of connections) connection.on('error', onError);
  // BullMQ waits for jobs on copies of the connection. It cannot end them while Redis is away; we can.
  const duplicate = workers.duplicate.bind(workers);
  workers.duplicate = (override) => {
    const copy = duplicate(override);
    connections.push(copy);
    return copy;
  };
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
        for (const connection of connections) connection.disconnect();
      },
    },
    options,
  );
}

function retryStrategy(attempt: number): number {
  return Math.min(attempt * 100, 2_000);
}
