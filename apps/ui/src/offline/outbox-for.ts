import { createOutbox } from './outbox.js';
import type { Outbox } from './outbox.types.js';
import { memoryOutboxStore, openOutboxStore } from './outbox-store.js';
import type { Queueable } from './queueable.js';

/**
 * The outbox of a portal: `startPortal({ outbox: outboxFor([TimeEntryLogDocument]) })`. What of these documents is
 * sent with an `idempotencyKey` in its `input` waits for the network instead of failing without it.
 */
export function outboxFor(documents: readonly Queueable[]): (holder: string) => Promise<Outbox> {
  return async (holder) =>
    createOutbox({
      // Without IndexedDB (private windows of some browsers) nothing outlives the page, but all else holds.
      store: await openOutboxStore(holder).catch(memoryOutboxStore),
      documents,
      now: Date.now,
      locks: navigator.locks as LockManager | undefined,
      surroundings: window,
      later: (act, ms) => void setTimeout(act, ms),
    });
}
