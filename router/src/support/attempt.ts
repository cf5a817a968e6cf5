/** Something that may be given up by itself, and is given up with the whole that it is a part of. */
export interface Attempt {
  readonly signal: AbortSignal;
  abort(): void;
  /** Lets go of the whole's signal; to be called once the attempt is over. */
  release(): void;
}

/** @param whole absent: it is a part of nothing */
export function startAttempt(whole: AbortSignal | undefined): Attempt {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  if (whole?.aborted) abort();
  else whole?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    abort,
    release: () => whole?.removeEventListener('abort', abort),
  };
}
