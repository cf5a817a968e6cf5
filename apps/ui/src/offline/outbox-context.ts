import { createContext, use, useSyncExternalStore } from 'react';
import type { Outbox } from './outbox.js';
import type { OutboxItem } from './outbox.types.js';

/** Null in a portal that keeps nothing for later. */
export const OutboxContext = createContext<Outbox | null>(null);

const NOTHING: readonly OutboxItem[] = [];
const ignore = () => () => undefined;

/** What was made and is not answered yet, in its order. */
export function useOutbox(): readonly OutboxItem[] {
  const outbox = use(OutboxContext);
  return useSyncExternalStore(outbox?.listen ?? ignore, () => outbox?.items ?? NOTHING);
}
