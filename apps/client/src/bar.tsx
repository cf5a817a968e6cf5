import { lazy, Suspense } from 'react';

/** Not needed for the first paint. */
const OutboxStatus = lazy(async () => {
  const [{ OutboxStatus: Status }, { outboxNames }] = await Promise.all([
    import('@nexus/ui/offline/outbox-status'),
    import('./queued.js'),
  ]);
  return { default: () => <Status names={outboxNames} /> };
});

/** What clients have in the top bar of every page: what waits to be sent. */
export function Bar() {
  return (
    <Suspense>
      <OutboxStatus />
    </Suspense>
  );
}
