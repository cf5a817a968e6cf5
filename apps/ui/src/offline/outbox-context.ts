import { createContext, use, useSyncExternalStore } from 'react';
import type { Outbox, OutboxItem } from './outbox.types.js';

/** Null in a portal that keeps nothing for later. */
export const OutboxContext = createContext<Outbox | null>(null);

const NOTHING: readonly OutboxItem[] = [];
const ignore = () => () => undefined;

/** What was made and is not answered yet, in its order. */
export function useOutbox(): readonly OutboxItem[] {
  const outbox = use(OutboxContext);
  return useSyncExternalStore(outbox?.listen ?? ignore, () => outbox?.items ?? NOTHING);
}

/** How to make a change that nobody waits for. Only in a portal that keeps something for later. */
export function usePost(): Outbox['post'] {
  const outbox = use(OutboxContext);
  if (!outbox) throw new TypeError('This portal keeps nothing for later.');
  return outbox.post;
}
