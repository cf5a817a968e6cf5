/** Anything that JSON can say. A payload carries ids, never personal data: it is stored in clear. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type JobPayload = { readonly [key: string]: JsonValue };

/** What a handler may know of the run it is in. */
export interface JobRun {
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the job must stop: the process ends, or the lock was lost. */
  readonly signal: AbortSignal;
}

/** Waiting time before the next try: the same each time, or doubled each time from `delayMs` on. */
export interface JobBackoff {
  readonly type: 'fixed' | 'exponential';
  readonly delayMs: number;
}

/** One kind of job. Its handler is idempotent: a job runs at least once. */
export interface JobDefinition<Payload extends JobPayload = JobPayload> {
  /** `<domain>.<what>`; letters, digits, dots, dashes. */
  readonly name: string;
  /** Jobs of this kind at once in this process; default 1. */
  readonly concurrency?: number;
  /** Tries before the job counts as failed; default 5. */
  readonly attempts?: number;
  /** Default: exponential from one second. */
  readonly backoff?: JobBackoff;
  /** A throw means that the try failed. */
  handler(payload: Payload, run: JobRun): Promise<void>;
}

export interface EnqueueOptions {
  /**
   * Names the work, not the call: while a job of this id exists (waiting, delayed, running or failed) a
   * second one is not made. A job that is done exists no more.
   */
  readonly jobId: string;
  /** Not before this many milliseconds from now. */
  readonly delayMs?: number;
  /** Not before this instant; wins over `delayMs`. */
  readonly runAt?: Date;
}

/** When a scheduled job comes again: each so many milliseconds, or by a cron pattern in an IANA zone. */
export type JobSchedule =
  | { readonly everyMs: number }
  | { readonly cron: string; readonly tz: string };

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  readonly delayed: number;
}

export interface FailedJob {
  readonly jobId: string;
  readonly payload: JobPayload;
  /** Message of the last failure. */
  readonly error: string;
  readonly attempts: number;
  readonly failedAt: Date;
}

/** A defined kind of job, with its payload's type. */
export interface JobHandle<Payload extends JobPayload> {
  readonly name: string;
  enqueue(payload: Payload, options: EnqueueOptions): Promise<void>;
}

/** Work that is done later, again after a failure, or on a schedule. One contract over PostgreSQL and Redis. */
export interface Jobs {
  /** Makes a kind of job known. Before `start`. Throws JobFault where the name is taken or malformed. */
  define<Payload extends JobPayload>(definition: JobDefinition<Payload>): JobHandle<Payload>;
  /** Resolves once the job is stored. Throws JobFault for a name that is not defined here. */
  enqueue(name: string, payload: JobPayload, options: EnqueueOptions): Promise<void>;
  /** Sets when the job comes again and again; replaces an earlier schedule of the name. */
  schedule(name: string, schedule: JobSchedule, payload?: JobPayload): Promise<void>;
  /** Ends a schedule; nothing happens where there is none. */
  unschedule(name: string): Promise<void>;
  /** Begins to work. A process that only enqueues does not call it. */
  start(): Promise<void>;
  counts(name: string): Promise<JobCounts>;
  /** When a scheduled job comes next; null where it has no schedule. */
  nextRun(name: string): Promise<Date | null>;
  /** Failed jobs, newest first, at most `limit` (default 100). */
  failed(name: string, limit?: number): Promise<readonly FailedJob[]>;
  /** Runs a failed job again, with all its tries. False where no such job has failed. */
  retry(name: string, jobId: string): Promise<boolean>;
  /** Takes no new jobs, lets running ones finish within the limit, hands the rest back. */
  close(): Promise<void>;
}

export interface JobsOptions {
  /** Told of lost connections and of failed tries. Never throws. */
  readonly onError?: (
    error: Error,
    job?: { readonly name: string; readonly jobId: string },
  ) => void;
  /** How long `close` lets running jobs go on before it hands them back; default 10,000 ms. */
  readonly closeTimeoutMs?: number;
  /** A job whose process is silent for so long is taken over by another one; default 30,000 ms. */
  readonly lockMs?: number;
  /** How soon work goes on after the store was away; default 1,000 ms. */
  readonly retryDelayMs?: number;
}
