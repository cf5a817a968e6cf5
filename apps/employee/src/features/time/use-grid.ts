import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { followRow, type GridCursor, moveTo, type Place, START, step, tab } from './grid-cursor.js';
import { cellText, readCell } from './grid-text.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';

export interface GridCommands {
  readonly canWrite: boolean;
  readonly write: (row: SheetRow, cell: SheetCell, minutes: number) => void;
  /** Opens notes and the rest of a cell. */
  readonly open: (row: SheetRow, cell: SheetCell) => void;
  readonly forget: (cellKey: string) => void;
}

export interface Grid {
  readonly cursor: GridCursor;
  /** Goes on the grid's element. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly go: (place: Place, isExtending?: boolean) => void;
  readonly begin: (place: Place) => void;
  readonly type: (text: string) => void;
  /** Writes what was typed; false where it cannot be read, which stays to be mended. */
  readonly commit: () => boolean;
  /** Counts up when the present cell is to have the focus. */
  readonly focusCount: number;
}

const ARROWS: Readonly<Record<string, { readonly rows?: number; readonly days?: number }>> = {
  ArrowUp: { rows: -1 },
  ArrowDown: { rows: 1 },
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
};

/** The keyboard of a spreadsheet: arrows, Tab, Enter, F2, Escape, Delete, and typing over what stands there. */
export function useGrid(sheet: Sheet, commands: GridCommands): Grid {
  const [last, setLast] = useState<GridCursor>(START);
  const [focusCount, setFocusCount] = useState(0);
  /** The row that the cursor is in: another device may put rows above it while somebody types. */
  const rowKey = useRef<string>(undefined);
  const cursor = followRow(
    last,
    sheet.rows.findIndex(({ key }) => key === rowKey.current),
  );
  const typing = useRef(cursor.typing);
  const size = { rows: sheet.rows.length, days: sheet.days.length };
  const row = sheet.rows[cursor.row];
  const cell = row?.cells[cursor.day];

  // Rows go when their last entry goes.
  useEffect(() => {
    if (size.rows > 0 && cursor.row >= size.rows) setLast(moveTo(cursor, size));
  });

  function set(next: GridCursor): void {
    typing.current = next.typing;
    rowKey.current = sheet.rows[next.row]?.key;
    setLast(next);
  }

  function go(place: Place, isExtending = false): void {
    const moved = moveTo(place, size);
    set(isExtending ? { ...moved, anchor: cursor.anchor } : moved);
    setFocusCount((count) => count + 1);
  }

  function begin(place: Place, text?: string): void {
    const there = sheet.rows[place.row]?.cells[place.day];
    if (!commands.canWrite || !there) return;
    const now = text ?? cellText(there.minutes);
    set({ ...moveTo(place, size), typing: { text: now, isFresh: text !== undefined } });
  }

  function commit(): boolean {
    const typed = typing.current;
    if (!typed || !row || !cell) return true;
    const minutes = readCell(typed.text);
    if (minutes === null) return false;
    set(moveTo(cursor, size));
    commands.forget(cell.key);
    if (minutes !== cell.minutes) commands.write(row, cell, minutes);
    return true;
  }

  function leave(next: GridCursor | undefined): void {
    if (next && commit()) go(next);
  }

  function onTyping(event: KeyboardEvent, isFresh: boolean): void {
    const { key, shiftKey } = event;
    const arrow = isFresh ? ARROWS[key] : undefined;
    if (key === 'Escape') go(cursor);
    else if (key === 'Enter') leave(step(cursor, { rows: shiftKey ? -1 : 1 }, size));
    else if (key === 'Tab') {
      const next = tab(cursor, shiftKey ? -1 : 1, size);
      if (!next) {
        // Beyond the grid Tab goes where it always goes, unless what was typed must be mended first.
        if (!commit()) event.preventDefault();
        return;
      }
      leave(next);
    } else if (arrow) leave(step(cursor, arrow, size));
    else return;
    event.preventDefault();
  }

  function onWalking(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const arrow = ARROWS[key];
    if (arrow && !altKey) {
      const far = ctrlKey || metaKey ? 1_000 : 1;
      const { rows = 0, days = 0 } = arrow;
      go(step(cursor, { rows: rows * far, days: days * far }, size), shiftKey);
    } else if (ctrlKey || metaKey || altKey) return;
    else if (key === 'Tab') {
      const next = tab(cursor, shiftKey ? -1 : 1, size);
      if (!next) return;
      go(next);
    } else if (key === 'Home') go({ row: cursor.row, day: 0 }, shiftKey);
    else if (key === 'End') go({ row: cursor.row, day: size.days - 1 }, shiftKey);
    else if (key === 'Enter' || key === 'F2') begin(cursor);
    else if (key === ' ' && row && cell) commands.open(row, cell);
    else if (/^[\d:.,]$/.test(key)) begin(cursor, key);
    else return;
    event.preventDefault();
  }

  return {
    cursor,
    focusCount,
    go,
    begin,
    commit,
    type: (text) => {
      if (cursor.typing) set({ ...cursor, typing: { ...cursor.typing, text } });
    },
    onKeyDown: (event) =>
      cursor.typing ? onTyping(event, cursor.typing.isFresh) : onWalking(event),
  };
}
