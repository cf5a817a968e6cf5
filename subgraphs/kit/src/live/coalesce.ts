/** A publisher that speaks at most once per window. */
export interface Coalesced<Value> {
  /** Publishes at once after a pause, else with the newest value when the window ends. */
  (value: Value): void;
  /** Forgets what is waiting. */
  cancel(): void;
}

/**
 * Wraps a publisher so that a burst becomes one call at its beginning and one per window of `ms` after, each
 * with the newest value. For wakes: who is woken reads on to the end anyway.
 * A publish that fails is reported to `onError` and not repeated.
 */
export function coalesce<Value>(
  publish: (value: Value) => void | Promise<void>,
  ms: number,
  onError: (error: unknown) => void = () => {},
): Coalesced<Value> {
  let timer: NodeJS.Timeout | undefined;
  let waiting: { value: Value } | undefined;

  const speak = (value: Value): void => {
    timer = setTimeout(windowEnds, ms);
    timer.unref();
    void (async () => publish(value))().catch(onError);
  };
  const windowEnds = (): void => {
    timer = undefined;
    if (!waiting) return;
    const { value } = waiting;
    waiting = undefined;
    speak(value);
  };
  const coalesced = (value: Value): void => {
    if (timer) waiting = { value };
    else speak(value);
  };
  return Object.assign(coalesced, {
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
      waiting = undefined;
    },
  });
}
