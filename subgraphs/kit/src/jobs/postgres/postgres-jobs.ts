import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { EVENT_STREAM, workerOptions } from '../bull-backend.js';
import { bullJobs } from '../bull-jobs.js';
import type { Jobs, JobsOptions } from '../jobs.types.js';
import type { PostgresHub } from './hub.js';

export interface PostgresJobsOptions extends JobsOptions {
  /** Stays open when the jobs are closed. Its schema is there already (`migrateQueues`). */
  readonly connection: PostgresHub;
}

/** Jobs in PostgreSQL: nothing but the database is needed. */
export function postgresJobs({ connection: { pool }, ...options }: PostgresJobsOptions): Jobs {
  return bullJobs(
    {
      queue(name, onError) {
        const queue = new Queue(name, { connection: pool, ...EVENT_STREAM }, createPostgresBackend);
        return queue.on('error', onError);
      },
      worker(name, processor, settings) {
        const worker = new Worker(
          name,
          processor,
          { connection: pool, ...workerOptions(settings) },
          createPostgresBackend,
        );
        return worker.on('error', settings.onError).on('failed', settings.onFailed);
      },
      async close() {},
    },
    options,
  );
}
