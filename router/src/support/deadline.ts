/** A signal that aborts at a time limit or with another signal, whichever comes first. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Lets go of the timer and of the other signal. */
  clear(): void;
}

export function startDeadline(milliseconds: number, follow?: AbortSignal): Deadline {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, milliseconds);
  if (follow?.aborted) abort();
  follow?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      follow?.removeEventListener('abort', abort);
    },
  };
}
