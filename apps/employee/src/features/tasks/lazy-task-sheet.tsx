import { type ComponentProps, lazy, Suspense } from 'react';
import type { TaskSheet } from './drawer/task-sheet.js';

const Sheet = lazy(async () => ({
  default: (await import('./drawer/task-sheet.js')).TaskSheet,
}));

/** The drawer of a task; what draws it is loaded when the first one is opened. */
export function LazyTaskSheet(props: ComponentProps<typeof TaskSheet>) {
  return (
    <Suspense>
      <Sheet {...props} />
    </Suspense>
  );
}
