import { useEffect } from 'react';

/** Links to documents are good for 15 minutes. */
const RENEW_MS = 10 * 60_000;

/** Asks for new links before those on the page end, and whenever somebody comes back to it. */
export function useFreshLinks(refresh: () => void): void {
  useEffect(() => {
    const again = () => document.visibilityState === 'visible' && refresh();
    const timer = setInterval(again, RENEW_MS);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [refresh]);
}
