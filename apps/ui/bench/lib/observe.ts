import type { Page } from 'playwright-core';

/** What the page itself noticed: tasks of more than 50 ms, interactions, frames. Milliseconds since it was opened. */
export interface Noticed {
  readonly longTasks: readonly { readonly at: number; readonly ms: number }[];
  readonly interactions: readonly Interaction[];
  /** Of `interactions` and those that were too quick to be told of. */
  readonly interactionCount: number;
}

/** From the input to the next paint, as Event Timing tells it: to 8 ms, and only from 16 ms on. */
export interface Interaction {
  readonly at: number;
  readonly ms: number;
  readonly event: string;
}

interface Watching {
  longTasks: { at: number; ms: number }[];
  interactions: Map<number, { at: number; ms: number; event: string }>;
}

type Watched = typeof window & { benchWatching?: Watching };

/** Begins to notice, from here on. */
export async function observe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watching: Watching = { longTasks: [], interactions: new Map() };
    (window as Watched).benchWatching = watching;
    const tasks = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        watching.longTasks.push({ at: startTime, ms: duration });
      }
    });
    tasks.observe({ type: 'longtask' });
    const events = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const id = (entry as PerformanceEventTiming & { interactionId: number }).interactionId;
        const known = watching.interactions.get(id);
        if (id === 0 || (known && known.ms >= entry.duration)) continue;
        const { startTime: at, duration: ms, name: event } = entry;
        watching.interactions.set(id, { at, ms, event });
      }
    });
    events.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** What was noticed so far. */
export function noticed(page: Page): Promise<Noticed> {
  return page.evaluate(() => {
    const watching = (window as Watched).benchWatching;
    if (!watching) throw new RangeError('Nobody observes this page.');
    const interactions = [...watching.interactions.values()];
    const { interactionCount } = performance as Performance & { interactionCount?: number };
    return {
      longTasks: watching.longTasks,
      interactions,
      interactionCount: Math.max(interactions.length, interactionCount ?? 0),
    };
  });
}

/** The page's own clock. */
export const clockOf = (page: Page): Promise<number> => page.evaluate(() => performance.now());
