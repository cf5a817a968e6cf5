import { type KeyboardEvent, useCallback, useState } from 'react';
import type { Selection } from './column.js';

interface RowKeysOptions {
  /** In the order that they are shown. */
  readonly ids: readonly string[];
  readonly selection?: Selection | undefined;
  readonly onOpen?: ((id: string) => void) | undefined;
  /** Brings a row into sight and focuses it. */
  readonly onFocusRow: (index: number) => void;
}

interface RowKeys {
  /** The one row that Tab reaches. */
  readonly activeId: string | undefined;
  readonly onActivate: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Chooses a row or takes the choice back; with `isRange` all from the last one chosen to it. */
  readonly onToggle: (id: string, isRange: boolean) => void;
}

const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + 10,
  PageUp: (index) => index - 10,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Rows by keyboard: arrows, Page, Home and End walk; Space chooses, with Shift a range; mod+A chooses all,
 * Escape none; Enter opens.
 */
export function useRowKeys({ ids, selection, onOpen, onFocusRow }: RowKeysOptions): RowKeys {
  const [active, setActive] = useState<string>();
  const [anchor, setAnchor] = useState<string>();
  const activeId = active !== undefined && ids.includes(active) ? active : ids[0];
  const choose = (chosen: Iterable<string>) => selection?.onChange(new Set(chosen));

  const onToggle = (id: string, isRange: boolean) => {
    if (!selection) return;
    const chosen = new Set(selection.chosen);
    const from = anchor === undefined ? -1 : ids.indexOf(anchor);
    if (isRange && from >= 0) {
      const to = ids.indexOf(id);
      for (const between of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) {
        chosen.add(between);
      }
    } else if (!chosen.delete(id)) chosen.add(id);
    setAnchor(id);
    choose(chosen);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // A button or a link in a cell has keys of its own.
    const isOnRow = (event.target as HTMLElement).getAttribute('role') === 'row';
    if (!isOnRow || activeId === undefined) return;
    const step = STEPS[event.key];
    if (step) {
      const next = Math.max(0, Math.min(ids.length - 1, step(ids.indexOf(activeId), ids.length)));
      const nextId = ids[next];
      setActive(nextId);
      onFocusRow(next);
      if (event.shiftKey && selection && nextId !== undefined) {
        choose([...selection.chosen, activeId, nextId]);
      }
    } else if (event.key === ' ' && selection) onToggle(activeId, event.shiftKey);
    else if (event.key === 'Enter' && onOpen) onOpen(activeId);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && selection) choose(ids);
    else if (event.key === 'Escape' && selection && selection.chosen.size > 0) choose([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { activeId, onActivate: useCallback((id) => setActive(id), []), onKeyDown, onToggle };
}
