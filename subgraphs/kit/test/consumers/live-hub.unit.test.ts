import { describe, expect, it } from '@jest/globals';
import { type LiveFilter, LiveHub } from '../../src/consumers/live-hub.js';
import type { Stretch, Tailer } from '../../src/consumers/tailer.js';
import type { RecordedEvent } from '../../src/domain/index.js';

type Told = Pick<RecordedEvent, 'tenantId' | 'type' | 'data'>;
const told = (tenantId: string, type: string, data: object = {}): Told => ({
  tenantId,
  type,
  data: data as Told['data'],
});

/** A hub over a tailer that is told by hand, and what each of its listeners has heard. */
function openHub() {
  const tails = new Set<(stretch: Stretch) => void>();
  const tailer = {
    listen(listener: (stretch: Stretch) => void) {
      tails.add(listener);
      return () => tails.delete(listener);
    },
  };
  const hub = new LiveHub(tailer as unknown as Tailer);
  const listen = (filter: LiveFilter) => {
    const heard: string[] = [];
    const stop = hub.listen(filter, (events) => heard.push(events.map(({ type }) => type).join()));
    return { heard, stop };
  };
  const tell = (...events: Told[]) => {
    for (const tail of tails) tail({ events } as unknown as Stretch);
  };
  return { tails, listen, tell };
}

describe('the live hub', () => {
  it('hands each event to its tenant, type and fields alone, those of one stretch together', () => {
    const { listen, tell } = openHub();
    const all = listen({ tenantId: 't', types: ['a', 'b'] });
    const one = listen({ tenantId: 't', types: ['a', 'b'], of: { id: '1' } });
    const both = listen({ tenantId: 't', types: ['a'], of: { kind: null, id: '1', of: 'x' } });
    const other = listen({ tenantId: 'u', types: ['a'], of: { id: '1' } });
    tell(told('t', 'a', { id: '1' }), told('t', 'b', { id: '2' }), told('t', 'b', { id: '1' }));
    tell(told('t', 'c', { id: '1' }), told('t', 'a', { id: '1', of: 'x' }));
    expect(all.heard).toEqual(['a,b,b', 'a']);
    expect(one.heard).toEqual(['a,b', 'a']);
    expect(both.heard).toEqual(['a']);
    expect(other.heard).toEqual([]);
  });

  it('does not hand an event twice to whoever is found by more than one way', () => {
    const { listen, tell } = openHub();
    listen({ tenantId: 't', types: ['a'], of: { kind: 'k' } });
    const { heard } = listen({ tenantId: 't', types: ['a'], of: { id: '1', kind: 'k' } });
    tell(told('t', 'a', { id: '1', kind: 'k' }));
    expect(heard).toEqual(['a']);
  });

  it('lets go of the tailer with its last listener', () => {
    const { listen, tell, tails } = openHub();
    const first = listen({ tenantId: 't', types: ['a'], of: { id: '1' } });
    const second = listen({ tenantId: 't', types: ['a'] });
    first.stop();
    first.stop();
    tell(told('t', 'a', { id: '1' }));
    expect([first.heard, second.heard, tails.size]).toEqual([[], ['a'], 1]);
    second.stop();
    expect(tails.size).toBe(0);
  });
});
