import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 1024px)';

function listen(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether there is room for a week side by side; on less it is a day at a time. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(WIDE).matches);
}
