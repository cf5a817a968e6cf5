import type { Job } from 'bullmq';
import type { BullBackend, BullQueue, BullWorker } from './bull-backend.js';
import { JobFault } from './job-fault.js';
import { fromBullId, toBullId } from './job-id.js';
import type {
  EnqueueOptions,
  FailedJob,
  JobCounts,
  JobDefinition,
  JobHandle,
  JobPayload,
  JobSchedule,
  Jobs,
  JobsOptions,
} from './jobs.types.js';
import { onceASecond } from './once-a-second.js';
import { jobProcessor, Shutdown } from './run-job.js';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9.-]{0,99}$/;
/** For the last words with a store that may be away. */
const GOODBYE_MS = 1_000;
const KEEP_FAILED = { count: 1_000, age: 30 * 24 * 3_600 };

interface Kind {
  readonly definition: JobDefinition;
  readonly queue: BullQueue;
}

/** Jobs over BullMQ: a queue and a worker for each kind, so that no kind waits behind another. */
export function bullJobs(backend: BullBackend, options: JobsOptions): Jobs {
  return new BullJobs(backend, options);
}

class BullJobs implements Jobs {
  readonly #kinds = new Map<string, Kind>();
  readonly #workers: BullWorker[] = [];
  readonly #shutdown = new Shutdown();
  readonly #report: (error: Error) => void;
  #started = false;
  #closing: Promise<void> | undefined;

  constructor(
    private readonly backend: BullBackend,
    private readonly options: JobsOptions,
  ) {
    this.#report = onceASecond((error) => options.onError?.(error));
  }

  define<Payload extends JobPayload>(definition: JobDefinition<Payload>): JobHandle<Payload> {
    const { name } = definition;
    if (!NAME.test(name)) throw new JobFault('JOB_NAME_MALFORMED', name);
    if (this.#kinds.has(name)) throw new JobFault('JOB_NAME_TAKEN', name);
    if (this.#started) throw new JobFault('JOBS_STARTED', name);
    this.#kinds.set(name, {
      // What is stored under a name was given as its payload.
      definition: definition as unknown as JobDefinition,
      queue: this.backend.queue(name, this.#report),
    });
    return { name, enqueue: (payload, options) => this.enqueue(name, payload, options) };
  }

  async enqueue(name: string, payload: JobPayload, options: EnqueueOptions): Promise<void> {
    const { definition, queue } = this.#kind(name);
    const { jobId, runAt, delayMs = 0 } = options;
    const delay = Math.max(0, runAt ? runAt.getTime() - Date.now() : delayMs);
    await queue.add(name, payload, { ...triesOf(definition), jobId: toBullId(jobId), delay });
  }

  async schedule(name: string, schedule: JobSchedule, payload: JobPayload = {}): Promise<void> {
    const { definition, queue } = this.#kind(name);
    const repeat =
      'everyMs' in schedule
        ? { every: schedule.everyMs }
        : { pattern: schedule.cron, tz: schedule.tz };
    await queue.upsertJobScheduler(name, repeat, {
      name,
      data: payload,
      opts: triesOf(definition),
    });
  }

  async unschedule(name: string): Promise<void> {
    await this.#kind(name).queue.removeJobScheduler(name);
  }

  async start(): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    const { lockMs = 30_000, retryDelayMs = 1_000 } = this.options;
    for (const [name, { definition }] of this.#kinds) {
      const worker = this.backend.worker(name, jobProcessor(definition, this.#shutdown), {
        concurrency: definition.concurrency ?? 1,
        lockMs,
        retryDelayMs,
        onError: this.#report,
        onFailed: (job, error) => this.#reportFailure(name, job, error),
      });
      this.#workers.push(worker);
      worker.run().catch(this.#report);
    }
  }

  async counts(name: string): Promise<JobCounts> {
    const states = ['waiting', 'active', 'failed', 'delayed'] as const;
    const counts = await this.#kind(name).queue.getJobCounts(...states);
    const { waiting = 0, active = 0, failed = 0, delayed = 0 } = counts;
    return { waiting, active, failed, delayed };
  }

  async nextRun(name: string): Promise<Date | null> {
    const scheduler = await this.#kind(name).queue.getJobScheduler(name);
    return scheduler?.next ? new Date(Number(scheduler.next)) : null;
  }

  async failed(name: string, limit = 100): Promise<readonly FailedJob[]> {
    const jobs = await this.#kind(name).queue.getFailed(0, limit - 1);
    return jobs.map((job) => ({
      jobId: fromBullId(job.id ?? ''),
      payload: job.data as JobPayload,
      error: job.failedReason ?? '',
      attempts: job.attemptsMade,
      failedAt: new Date(job.finishedOn ?? job.timestamp),
    }));
  }

  async retry(name: string, jobId: string): Promise<boolean> {
    const { queue } = this.#kind(name);
    const job = (await queue.getJob(toBullId(jobId))) ?? (await queue.getJob(jobId));
    if (!job || !(await job.isFailed())) return false;
    await job.retry('failed', { resetAttemptsMade: true });
    return true;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { closeTimeoutMs = 10_000 } = this.options;
    const timer = setTimeout(() => this.#shutdown.expire(), closeTimeoutMs);
    const workers = this.#workers.map((worker) => worker.close());
    // While the store is away nothing can be handed back: whoever works next finds the jobs abandoned.
    await settledWithin(closeTimeoutMs + GOODBYE_MS, workers);
    clearTimeout(timer);
    const queues = [...this.#kinds.values()].map(({ queue }) => queue.close());
    await settledWithin(GOODBYE_MS, queues);
    await this.backend.close();
  }

  #kind(name: string): Kind {
    const kind = this.#kinds.get(name);
    if (!kind) throw new JobFault('JOB_UNKNOWN', name);
    return kind;
  }

  #reportFailure(name: string, job: Job | undefined, error: Error): void {
    this.options.onError?.(error, { name, jobId: fromBullId(job?.id ?? '') });
  }
}

/** Waits until all are settled, but no longer than that. */
async function settledWithin(ms: number, promises: readonly Promise<unknown>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.allSettled(promises), patience]);
  clearTimeout(timer);
}

function triesOf({ attempts = 5, backoff }: JobDefinition) {
  const { type, delayMs } = backoff ?? { type: 'exponential', delayMs: 1_000 };
  return {
    attempts,
    backoff: { type, delay: delayMs },
    removeOnComplete: true,
    removeOnFail: KEEP_FAILED,
  };
}
