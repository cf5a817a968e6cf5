import { useEffect, useState } from 'react';
import type { OutboxItem } from './outbox.types.js';
import { isStuck } from './stuck.js';

/** What is answered sooner was never worth a word. */
const PATIENCE_MS = 2_000;

/** Whether something waits for longer than usual, or waits for its person. */
export function useOverdue(items: readonly OutboxItem[]): boolean {
  const [now, setNow] = useState(Date.now);
  const oldest = Math.min(...items.map(({ madeAt }) => madeAt));
  useEffect(() => {
    if (oldest === Number.POSITIVE_INFINITY) return;
    const later = setTimeout(() => setNow(Date.now()), oldest + PATIENCE_MS - Date.now());
    return () => clearTimeout(later);
  }, [oldest]);
  return items.some(isStuck) || now >= oldest + PATIENCE_MS;
}
