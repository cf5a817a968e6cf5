import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Live, LiveMessage, LiveOptions } from '../../src/live/index.js';
import { eventually } from '../support/eventually.js';

export interface LiveHarness {
  /** A process of its own; carriers of one process alone give the same each time. */
  open(options?: LiveOptions): Promise<Live>;
  stop(): Promise<void>;
}

/** What every adapter of live messages keeps to. */
export function liveContract(adapter: string, start: () => Promise<LiveHarness>): void {
  describe(`live messages over ${adapter}`, () => {
    let harness: LiveHarness;
    const opened = new Set<Live>();
    const open = async (options?: LiveOptions) => {
      const live = await harness.open(options);
      opened.add(live);
      return live;
    };
    /** A message of its own that shows that all earlier ones have arrived. */
    const drained = async (from: Live, to: Live) => {
      let arrived = false;
      const leave = await to.subscribe('test.drained', () => {
        arrived = true;
      });
      await from.publish('test.drained', {});
      await eventually('the last message arrived', () => arrived);
      await leave();
    };

    beforeAll(async () => {
      harness = await start();
    });
    afterEach(async () => {
      await Promise.all([...opened].map((live) => live.close()));
      opened.clear();
    });
    afterAll(async () => {
      await harness?.stop();
    });

    it('brings a message to every subscriber of its topic, in order, and to nobody else', async () => {
      const [here, there] = [await open(), await open()];
      const heard: Record<string, LiveMessage[]> = { here: [], there: [], twice: [], other: [] };
      await here.subscribe('wake.log', (message) => void heard.here?.push(message));
      await there.subscribe('wake.log', (message) => void heard.there?.push(message));
      await there.subscribe('wake.log', (message) => void heard.twice?.push(message));
      await there.subscribe('wake.log.more', (message) => void heard.other?.push(message));
      for (let i = 1; i <= 5; i++)
        await here.publish('wake.log', { position: `1.${i}`, deep: { a: [i, null] } });
      const expected = [1, 2, 3, 4, 5].map((i) => ({ position: `1.${i}`, deep: { a: [i, null] } }));
      await eventually('all heard', () =>
        [heard.here, heard.there, heard.twice].every((list) => list?.length === 5),
      );
      await drained(here, there);
      expect(heard).toEqual({ here: expected, there: expected, twice: expected, other: [] });
    });

    it('gives each handler a message of its own', async () => {
      const live = await open();
      const heard: unknown[] = [];
      await live.subscribe('presence.board', (message) => {
        Object.assign(message, { spoilt: true });
      });
      await live.subscribe('presence.board', (message) => void heard.push(message));
      const message = { user: 'usr_1' };
      await live.publish('presence.board', message);
      await eventually('heard', () => heard.length === 1);
      expect(heard).toEqual([{ user: 'usr_1' }]);
      expect(message).toEqual({ user: 'usr_1' });
    });

    it('stops at unsubscribe, leaves the other subscribers alone, and starts again', async () => {
      const live = await open();
      const heard = { first: 0, second: 0 };
      const count = (who: 'first' | 'second') => () => {
        heard[who]++;
      };
      const leave = await live.subscribe('topic', count('first'));
      const leaveToo = await live.subscribe('topic', count('second'));
      await live.publish('topic', {});
      await eventually('both heard', () => heard.first === 1 && heard.second === 1);
      await leave();
      await leave();
      await live.publish('topic', {});
      await eventually('one heard', () => heard.second === 2);
      // Left and joined at the same moment: heard once each.
      const leaving = leaveToo();
      const joining = live.subscribe('topic', count('first'));
      await Promise.all([leaving, joining]);
      await live.publish('topic', {});
      await eventually('heard again', () => heard.first === 2);
      await drained(live, live);
      expect(heard).toEqual({ first: 2, second: 2 });
    });

    it('reports a handler that throws, and goes on', async () => {
      const errors: string[] = [];
      const live = await open({ onError: ({ message }) => errors.push(message) });
      let heard = 0;
      await live.subscribe('topic', async () => {
        throw new Error('broken handler');
      });
      await live.subscribe('topic', () => {
        heard++;
      });
      await live.publish('topic', {});
      await live.publish('topic', {});
      await eventually('heard', () => heard === 2 && errors.length === 2);
      expect(errors).toEqual(['broken handler', 'broken handler']);
    });

    it('carries 8 KiB and refuses more, and refuses what is no topic', async () => {
      const live = await open();
      const sizes: number[] = [];
      await live.subscribe('topic', ({ text }) => void sizes.push(String(text).length));
      const frame = JSON.stringify({ text: '' }).length;
      await live.publish('topic', { text: '"'.repeat((8 * 1024 - frame) / 2) });
      await eventually('heard', () => sizes.length === 1);
      await expect(
        live.publish('topic', { text: 'x'.repeat(8 * 1024 - frame + 1) }),
      ).rejects.toMatchObject({
        code: 'MESSAGE_TOO_LARGE',
      });
      for (const topic of ['', 'a..b', 'a.', 'a b', 'a.*', 'a.>', 'ä']) {
        await expect(live.publish(topic, {})).rejects.toMatchObject({ code: 'TOPIC_MALFORMED' });
        await expect(live.subscribe(topic, () => {})).rejects.toMatchObject({
          code: 'TOPIC_MALFORMED',
        });
      }
    });

    it('is silent once closed', async () => {
      const [live, other] = [await open(), await open()];
      let heard = 0;
      const leave = await live.subscribe('topic', () => {
        heard++;
      });
      await live.close();
      await live.close();
      await leave();
      await other.publish('topic', {}).catch(() => {}); // one and the same where there is no carrier
      await expect(live.publish('topic', {})).rejects.toMatchObject({ code: 'LIVE_CLOSED' });
      await expect(live.subscribe('topic', () => {})).rejects.toMatchObject({
        code: 'LIVE_CLOSED',
      });
      expect(heard).toBe(0);
    });
  });
}
