export interface Tap {
  /** Sees each result; what it returns goes on. */
  result(result: unknown): unknown;
  /** Once, however it ends. */
  end(): void;
}

/**
 * The same results, seen on their way. Not a generator: one that waits for its next event would not hear that the
 * editor stopped.
 */
export function tapped(results: AsyncIterator<unknown>, tap: Tap): AsyncIterableIterator<unknown> {
  let ended = false;
  const end = () => {
    if (!ended) tap.end();
    ended = true;
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const { done, value } = await results.next();
        if (!done) return { done: false, value: tap.result(value) };
        end();
        return { done: true, value: undefined };
      } catch (error) {
        end();
        throw readable(error);
      }
    },
    async return() {
      end();
      await results.return?.();
      return { done: true, value: undefined };
    },
  };
}

/** A connection that was closed says so in an event, which prints as nothing. */
function readable(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('code' in error)) return error;
  const { code, reason } = error as { code: unknown; reason?: unknown };
  return error instanceof Error ? error : new TypeError(`Closed: ${code} ${reason ?? ''}`.trim());
}
