import type { RecordedEvent } from '../domain/index.js';
import { violation } from '../domain/index.js';
import { type Cursor, compareCursors, cursorOf, decodeCursor, Refusal } from '../events/index.js';
import { type LiveFilter, type LiveHub, matcher } from './live-hub.js';
import type { Tailer } from './tailer.js';

export interface LiveQuery extends LiveFilter {
  /** A `sequence` seen before: everything after it is sent first. */
  readonly after?: string | null;
  /** Ends the stream, also while it waits: a generator that waits cannot be returned from. */
  readonly signal?: AbortSignal | undefined;
}

/** A subscriber that does not read fast enough is ended, with its place to resume from already in its hands. */
export class SubscriberTooSlow extends Error {
  override readonly name = 'SubscriberTooSlow';
}

const BUFFER = 1_000;
const PAGE = 500;

/**
 * Events as they are committed, optionally from a place in the past on, without a gap and without doubles:
 * resume and live read the same ordered log. Throws Refusal for an `after` that is no sequence.
 */
export async function* liveEvents(
  tailer: Tailer,
  hub: LiveHub,
  query: LiveQuery,
): AsyncGenerator<RecordedEvent> {
  const wanted = matcher(query);
  const { signal } = query;
  let cursor = startOf(query.after, tailer.cursor);
  let known: (event: RecordedEvent) => boolean = () => false;
  let buffer: RecordedEvent[] = [];
  let overflow = false;
  let notify: (() => void) | undefined;
  const wake = () => notify?.();
  const listen = () =>
    hub.listen(query, (found) => {
      // Nothing behind what was dropped may be sent: whoever resumed behind it would miss what was dropped.
      if (overflow) return;
      if (buffer.length + found.length > BUFFER) overflow = true;
      else buffer.push(...found);
      wake();
    });
  let unlisten = query.after ? () => {} : listen();
  signal?.addEventListener('abort', wake);
  try {
    if (!query.after) known = await committedBefore(tailer);
    while (query.after && compareCursors(cursor, tailer.cursor) < 0) {
      const goal = tailer.cursor;
      const page = await tailer.reader.after(cursor, {
        tenantId: query.tenantId,
        types: query.types,
        limit: PAGE,
      });
      for (const event of page) {
        cursor = cursorOf(event);
        if (signal?.aborted) return;
        if (wanted(event)) yield event;
      }
      if (page.length < PAGE && compareCursors(cursor, goal) < 0) cursor = goal;
    }
    // The past is read up to where the tailer stands, and nothing runs between this line and the last.
    if (query.after) unlisten = listen();
    while (!signal?.aborted) {
      const batch = buffer;
      buffer = [];
      for (const event of batch) {
        const place = cursorOf(event);
        if (compareCursors(place, cursor) <= 0) continue;
        cursor = place;
        if (signal?.aborted) return;
        if (!known(event)) yield event;
      }
      if (overflow)
        throw new SubscriberTooSlow(
          'Events came faster than they were read; resume after the last sequence.',
        );
      if (buffer.length === 0 && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          notify = resolve;
        });
        notify = undefined;
      }
    }
  } finally {
    unlisten();
    signal?.removeEventListener('abort', wake);
  }
}

function startOf(after: string | null | undefined, now: Cursor): Cursor {
  if (!after) return now;
  const cursor = decodeCursor(after);
  if (!cursor) {
    throw new Refusal([
      violation('INPUT_INVALID', 'This sequence is none that was given out.', { path: ['after'] }),
    ]);
  }
  return cursor;
}

/**
 * Tells events that were committed before now: the tailer may still hand them out, but they are past. PostgreSQL's
 * snapshot says it exactly, `xmin:xmax:running,…`; the order of the log does not, because a transaction that began
 * earlier may commit later.
 */
async function committedBefore(tailer: Tailer): Promise<(event: RecordedEvent) => boolean> {
  const [row] = await tailer.reader.sql<{ snapshot: string }>(
    'SELECT pg_current_snapshot()::text AS snapshot',
  );
  const [, xmax = '0', running = ''] = row?.snapshot.split(':') ?? [];
  const inProgress = new Set(running.split(',').filter(Boolean).map(BigInt));
  return (event) => {
    const { xid } = cursorOf(event);
    return xid < BigInt(xmax) && !inProgress.has(xid);
  };
}
