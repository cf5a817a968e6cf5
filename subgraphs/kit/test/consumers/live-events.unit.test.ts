import { describe, expect, it } from '@jest/globals';
import { liveEvents } from '../../src/consumers/live-events.js';
import { LiveHub } from '../../src/consumers/live-hub.js';
import type { Stretch, Tailer } from '../../src/consumers/tailer.js';
import type { RecordedEvent } from '../../src/domain/index.js';
import { type Cursor, encodeCursor, LOG_START } from '../../src/events/index.js';

const place = (n: number): Cursor => ({ epoch: 1, xid: BigInt(n), position: BigInt(n) });
const event = (n: number) =>
  ({ type: 'a.B', tenantId: 't', sequence: encodeCursor(place(n)), data: {} }) as RecordedEvent;

/** A tailer whose log is told by hand. */
class ToldTailer {
  cursor = LOG_START;
  readonly listeners = new Set<(stretch: Stretch) => void>();
  readonly reader = { sql: async () => [], after: async () => [] };

  listen(listener: (stretch: Stretch) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(from: number, to: number): void {
    const events = Array.from({ length: to - from + 1 }, (_, i) => event(from + i));
    for (const listener of this.listeners) listener({ from: this.cursor, to: place(to), events });
    this.cursor = place(to);
  }
}

function follow(signal?: AbortSignal) {
  const tailer = new ToldTailer();
  const query = { tenantId: 't', types: ['a.B'], signal };
  const told = tailer as unknown as Tailer;
  return { tailer, events: liveEvents(told, new LiveHub(told), query) };
}

describe('live events', () => {
  it('send nothing that lies behind what a slow subscriber has lost', async () => {
    const { tailer, events } = follow();
    const first = events.next();
    tailer.tell(1, 999);
    tailer.tell(1_000, 1_009); // too many
    tailer.tell(1_010, 1_010); // would fit again
    const sent = [(await first).value];
    await expect(
      (async () => {
        for await (const next of events) sent.push(next);
      })(),
    ).rejects.toMatchObject({ name: 'SubscriberTooSlow' });
    expect(sent.at(-1)?.sequence).toBe(encodeCursor(place(999)));
    expect(tailer.listeners.size).toBe(0);
  });

  it('end at the signal, also while they wait', async () => {
    const gone = new AbortController();
    const { tailer, events } = follow(gone.signal);
    const next = events.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(tailer.listeners.size).toBe(1);
    gone.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(tailer.listeners.size).toBe(0);
  });
});
