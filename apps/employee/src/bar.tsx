import { lazy, Suspense } from 'react';

/** Not needed for the first paint. */
const BarParts = lazy(() =>
  import('./bar-parts.js').then((loaded) => ({ default: loaded.BarParts })),
);

/** What employees have in the top bar of every page. */
export function Bar() {
  return (
    <Suspense>
      <BarParts />
    </Suspense>
  );
}
