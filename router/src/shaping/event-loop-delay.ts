import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the delay is sampled, and for how long a figure stands, in milliseconds. */
const RESOLUTION_MS = 10;
const WINDOW_MS = 250;

/** Answers how late timers of this process have been of late on average, in milliseconds. */
export function eventLoopDelay(): () => number {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let delay = 0;
  let read = performance.now();
  return () => {
    const now = performance.now();
    if (now - read < WINDOW_MS || histogram.count === 0) return delay;
    delay = Math.max(0, histogram.mean / 1e6 - RESOLUTION_MS);
    histogram.reset();
    read = now;
    return delay;
  };
}
