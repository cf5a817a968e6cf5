import { startAttempt } from './attempt.js';

/** A signal that aborts at a time limit or with another signal, whichever comes first. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Lets go of the timer and of the other signal. */
  clear(): void;
}

export function startDeadline(milliseconds: number, follow?: AbortSignal): Deadline {
  const { signal, abort, release } = startAttempt(follow);
  const timer = setTimeout(abort, milliseconds);
  return {
    signal,
    clear() {
      clearTimeout(timer);
      release();
    },
  };
}
