import type { RecordedEvent } from '../domain/index.js';

/**
 * A place in the log. Order is (epoch, xid, position): the transaction id first, because ids of running
 * transactions tell what may still appear (the fence); the epoch, because transaction ids begin anew after
 * a restore into another cluster.
 */
export interface Cursor {
  readonly epoch: number;
  readonly xid: bigint;
  readonly position: bigint;
}

export const LOG_START: Cursor = { epoch: 0, xid: 0n, position: 0n };

const WIDTHS = [4, 13, 13] as const;

/** The opaque form that clients see. Fixed width, so that two cursors compare as texts. */
export function encodeCursor({ epoch, xid, position }: Cursor): string {
  return [BigInt(epoch), xid, position]
    .map((part, i) => part.toString(36).padStart(WIDTHS[i] ?? 0, '0'))
    .join('');
}

/** Seven digits at a time: a number holds ten exactly. */
function parse(digits: string): bigint {
  const high = Number.parseInt(digits.slice(0, -7), 36);
  const low = Number.parseInt(digits.slice(-7), 36);
  return BigInt(high) * 36n ** 7n + BigInt(low);
}

/** The cursor behind an opaque text, or undefined where it is none of ours. */
export function decodeCursor(text: string): Cursor | undefined {
  if (!/^[0-9a-z]{30}$/.test(text)) return undefined;
  const cursor = {
    epoch: Number.parseInt(text.slice(0, 4), 36),
    xid: parse(text.slice(4, 17)),
    position: parse(text.slice(17)),
  };
  return cursor.xid < 1n << 63n && cursor.position < 1n << 63n ? cursor : undefined;
}

/** Where an event stands. */
export function cursorOf({ sequence }: Pick<RecordedEvent, 'sequence'>): Cursor {
  return decodeCursor(sequence) as Cursor;
}

/** A place as a row has it. */
export interface CursorRow {
  readonly epoch: number;
  /** As text: no number holds every `xid8`. */
  readonly xid: string;
  readonly position: number;
}

export function readCursor({ epoch, xid, position }: CursorRow): Cursor {
  return { epoch, xid: BigInt(xid), position: BigInt(position) };
}

/** Negative where `a` comes first, 0 where they are the same place. */
export function compareCursors(a: Cursor, b: Cursor): number {
  if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  if (a.xid !== b.xid) return a.xid < b.xid ? -1 : 1;
  if (a.position !== b.position) return a.position < b.position ? -1 : 1;
  return 0;
}
