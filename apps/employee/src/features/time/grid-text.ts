import { formatDuration, readDuration } from '@nexus/ui/components/duration';

/** Minutes as a cell shows them: nothing for none. */
export const cellText = (minutes: number): string => (minutes === 0 ? '' : formatDuration(minutes));

/** What was typed into a cell, in minutes: 0 for nothing; null where it cannot be read. */
export const readCell = (text: string): number | null =>
  text.trim() === '' ? 0 : readDuration(text);

/** Cells as other programs paste them: columns by tabs, rows by lines. */
export function copyText(rows: readonly (readonly number[])[]): string {
  return rows.map((row) => row.map(cellText).join('\t')).join('\n');
}

/** What another program or a sheet has copied; null where a part of it is no duration. */
export function readPaste(text: string): readonly (readonly number[])[] | null {
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(readCell));
  return rows.every((row) => row.every((minutes) => minutes !== null))
    ? (rows as readonly (readonly number[])[])
    : null;
}
