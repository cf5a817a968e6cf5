import { useEffect } from 'react';

/** How often it is looked again while the page is in sight: a problem is seen within seconds. */
const EVERY_MS = 5_000;

/** Looks again every few seconds, and at once when somebody comes back to the page. */
export function usePolled(refresh: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);
}
