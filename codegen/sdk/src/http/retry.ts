import { NexusError } from '../nexus-error.js';

export interface RetryPolicy {
  /** How often an operation is sent at most; default 4. */
  readonly attempts: number;
  /** The first pause is between 0 and this; each later one may be twice as long. Default 200. */
  readonly baseMs: number;
  /** No pause is longer; an operation that is asked to wait longer fails. Default 10,000. */
  readonly maxMs: number;
}

export interface RetryRuntime {
  readonly random: () => number;
  /** Resolves after `ms`, or at once when the signal aborts. */
  readonly pause: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Full jitter: anywhere between nothing and the doubled ceiling, so that clients spread out. */
export function backoffMs(attempt: number, policy: RetryPolicy, random: () => number): number {
  return random() * Math.min(policy.maxMs, policy.baseMs * 2 ** attempt);
}

/** Sends again what failed on the way, as long as the policy allows it. */
export async function withRetry<T>(
  send: () => Promise<T>,
  policy: RetryPolicy,
  runtime: RetryRuntime,
  signal?: AbortSignal,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!isTransient(error) || attempt + 1 >= policy.attempts) throw error;
      const wait = Math.max(error.retryAfterMs ?? 0, backoffMs(attempt, policy, runtime.random));
      if (wait > policy.maxMs) throw error;
      await runtime.pause(wait, signal);
      if (signal?.aborted) throw error;
    }
  }
}

function isTransient(error: unknown): error is NexusError {
  if (!(error instanceof NexusError)) return false;
  return error.code === 'NETWORK_ERROR' || error.code === 'TIMEOUT' || isRefusal(error.status);
}

/** Statuses for which `send` throws: the server asks to come back. */
function isRefusal(status: number | undefined): boolean {
  return status === 429 || status === 502 || status === 503 || status === 504;
}

/** The runtime of every day. */
export const retryRuntime: RetryRuntime = {
  random: Math.random,
  pause: (ms, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done);
      if (signal?.aborted) done();
    }),
};
