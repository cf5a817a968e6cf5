import type { JobsOptions as BullJobOptions, Job, RepeatOptions } from 'bullmq';

/** What the facade uses of BullMQ's `Queue`, whatever its backend. */
export interface BullQueue {
  add(name: string, data: unknown, options: BullJobOptions): Promise<unknown>;
  getJob(jobId: string): Promise<Job | undefined>;
  getFailed(start: number, end: number): Promise<Job[]>;
  getJobCounts(...states: BullState[]): Promise<Record<string, number>>;
  upsertJobScheduler(
    id: string,
    repeat: Omit<RepeatOptions, 'key'>,
    template: { name: string; data: unknown; opts: BullJobOptions },
  ): Promise<unknown>;
  getJobScheduler(id: string): Promise<{ readonly next?: number } | undefined>;
  removeJobScheduler(id: string): Promise<boolean>;
  close(): Promise<void>;
}

export type BullState = 'waiting' | 'active' | 'failed' | 'delayed';

/** What the facade uses of BullMQ's `Worker`. */
export interface BullWorker {
  run(): Promise<void>;
  close(force?: boolean): Promise<void>;
}

export interface WorkerSettings {
  readonly concurrency: number;
  readonly lockMs: number;
  readonly retryDelayMs: number;
  onError(error: Error): void;
  onFailed(job: Job | undefined, error: Error): void;
}

export type BullProcessor = (job: Job, token?: string, signal?: AbortSignal) => Promise<void>;

/** Where BullMQ keeps its queues: PostgreSQL or Redis. */
export interface BullBackend {
  queue(name: string, onError: (error: Error) => void): BullQueue;
  /** Does not run yet. */
  worker(name: string, processor: BullProcessor, settings: WorkerSettings): BullWorker;
  /** After all queues and workers are closed. */
  close(): Promise<void>;
}

/** Nobody reads BullMQ's own event stream; it is kept short. */
export const EVENT_STREAM = { streams: { events: { maxLen: 100 } } };

/** BullMQ's names for our settings. */
export function workerOptions({ concurrency, lockMs, retryDelayMs }: WorkerSettings) {
  return {
    autorun: false,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    // A job is taken over from this many dead processes before it counts as the cause of their death.
    maxStalledCount: 5,
    // Work is announced (NOTIFY, marker); an idle worker asks by itself only this often, in seconds.
    drainDelay: 60,
    runRetryDelay: retryDelayMs,
  };
}
