import { type Job, WaitingError } from 'bullmq';
import type { BullProcessor } from './bull-backend.js';
import { fromBullId } from './job-id.js';
import type { JobDefinition, JobPayload } from './jobs.types.js';

/** Ends the patience of `close`: what still runs then is handed back. */
export class Shutdown {
  readonly #controller = new AbortController();
  readonly #expired = new Promise<'expired'>((resolve) => {
    this.#controller.signal.addEventListener('abort', () => resolve('expired'), { once: true });
  });

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  expire(): void {
    this.#controller.abort();
  }

  /** The work's result, or 'expired' where the patience ended first. */
  race<Result>(work: Promise<Result>): Promise<Result | 'expired'> {
    return Promise.race([work, this.#expired]);
  }
}

/** Runs one try of a job. At shutdown the job goes back to the queue, its tries uncounted. */
export function jobProcessor(
  definition: Pick<JobDefinition, 'handler'>,
  shutdown: Shutdown,
): BullProcessor {
  // BullMQ counts the parameters: without the third one it makes no signal.
  return async (job: Job, token?: string, signal?: AbortSignal) => {
    const work = definition.handler(job.data as JobPayload, {
      jobId: fromBullId(job.id ?? ''),
      attempt: job.attemptsMade + 1,
      signal: signal ? AbortSignal.any([signal, shutdown.signal]) : shutdown.signal,
    });
    if ((await shutdown.race(work)) !== 'expired') return;
    work.catch(() => {}); // its outcome no longer counts: somebody else does the job again
    await job.moveToWait(token);
    throw new WaitingError();
  };
}
