import type { ClipboardEvent, KeyboardEvent } from 'react';
import { chosen, type GridCursor } from './grid-cursor.js';
import { copyText, readPaste } from './grid-text.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';
import type { GridCommands } from './use-grid.js';

/** Copies, cuts, pastes and empties the chosen cells; other programs understand what is copied. */
export function useGridClipboard(
  { rows }: Sheet,
  cursor: GridCursor,
  { canWrite, write, forget }: Pick<GridCommands, 'canWrite' | 'write' | 'forget'>,
) {
  const range = chosen(cursor);
  const chosenRows = rows.slice(range.rows[0], range.rows[1] + 1);
  const daysOf = ({ cells }: SheetRow) => cells.slice(range.days[0], range.days[1] + 1);

  function put(row: SheetRow, cell: SheetCell, minutes: number): void {
    forget(cell.key);
    if (minutes !== cell.minutes) write(row, cell, minutes);
  }

  function clear(): void {
    for (const row of chosenRows) for (const cell of daysOf(row)) put(row, cell, 0);
  }

  function onCopy(event: ClipboardEvent): void {
    if (cursor.typing) return;
    const text = copyText(chosenRows.map((row) => daysOf(row).map(({ minutes }) => minutes)));
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  }

  return {
    onCopy,
    onCut(event: ClipboardEvent): void {
      onCopy(event);
      if (!cursor.typing && canWrite) clear();
    },
    onPaste(event: ClipboardEvent): void {
      if (cursor.typing || !canWrite) return;
      event.preventDefault();
      const pasted = readPaste(event.clipboardData.getData('text/plain'));
      const single = pasted?.length === 1 && pasted[0]?.length === 1 ? pasted[0][0] : undefined;
      if (single !== undefined) {
        for (const row of chosenRows) for (const cell of daysOf(row)) put(row, cell, single);
        return;
      }
      for (const [down, line] of (pasted ?? []).entries()) {
        const row = rows[range.rows[0] + down];
        for (const [right, minutes] of line.entries()) {
          const cell = row?.cells[range.days[0] + right];
          if (row && cell) put(row, cell, minutes);
        }
      }
    },
    onKeyDown(event: KeyboardEvent): void {
      if (cursor.typing || !canWrite || !['Delete', 'Backspace'].includes(event.key)) return;
      event.preventDefault();
      clear();
    },
  };
}
