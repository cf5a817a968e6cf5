import { lazyPart } from '@nexus/ui/components/lazy-part';

/** What clients have in the top bar of every page: what waits to be sent. Not needed for the first paint. */
export const Bar = lazyPart(async () => {
  const [{ OutboxStatus }, { outboxNames }] = await Promise.all([
    import('@nexus/ui/offline/outbox-status'),
    import('./queued.js'),
  ]);
  return () => <OutboxStatus names={outboxNames} />;
});
