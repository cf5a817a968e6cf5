import { useEffect, useState } from 'react';

const TICK_MS = 5_000;

/** Whole minutes since a moment, counting on; 0 where there is none. */
export function useMinutesSince(moment: string | null): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (moment === null) return;
    setNow(Date.now());
    const tick = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(tick);
  }, [moment]);
  return moment === null ? 0 : Math.max(0, Math.floor((now - Date.parse(moment)) / 60_000));
}
