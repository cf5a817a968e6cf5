const REST_MS = 3_000;
const PATIENCE_MS = 2_000;

/** Resolves some seconds from now when the page has nothing to do: time for what nobody waits for. */
export function atRest(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      // Safari has no such thing.
      if (!('requestIdleCallback' in window)) resolve();
      else requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    }, REST_MS);
  });
}
