import { type ComponentProps, lazy, Suspense } from 'react';
import { SkeletonGroup } from '../components/skeleton-group.js';
import type { Calendar } from './calendar.js';

const Loaded = lazy(async () => ({ default: (await import('./calendar.js')).Calendar }));

/** The calendar, loaded when it is first opened. */
export function LazyCalendar(props: ComponentProps<typeof Calendar>) {
  return (
    <Suspense
      fallback={
        <div className="h-80 w-70 p-4">
          <SkeletonGroup lines={6} />
        </div>
      }
    >
      <Loaded {...props} />
    </Suspense>
  );
}
