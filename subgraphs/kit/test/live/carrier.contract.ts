import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Live, LiveMessage, LiveOptions } from '../../src/live/index.js';
import { eventually } from '../support/eventually.js';
import type { LiveHarness } from './live.contract.js';

export interface CarrierHarness extends LiveHarness {
  restart(): Promise<void>;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

/** What every adapter keeps to whose messages travel through a server. */
export function carrierContract(adapter: string, start: () => Promise<CarrierHarness>): void {
  describe(`live messages when ${adapter} fails`, () => {
    let harness: CarrierHarness;
    const opened: Live[] = [];
    const open = async (options?: LiveOptions) => {
      const live = await harness.open(options);
      opened.push(live);
      return live;
    };

    beforeAll(async () => {
      harness = await start();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((live) => live.close()));
    });
    afterAll(async () => {
      await harness?.stop();
    });

    it('closes in time while the carrier is away', async () => {
      const live = await open();
      await live.subscribe('wake.log', () => {});
      await harness.goAway();
      const from = Date.now();
      await live.close();
      expect(Date.now() - from).toBeLessThan(2_000);
      await harness.comeBack();
    });

    it('goes on after the carrier was away', async () => {
      const errors: Error[] = [];
      const [here, there] = [await open(), await open({ onError: (error) => errors.push(error) })];
      const heard: LiveMessage[] = [];
      await there.subscribe('wake.log', (message) => void heard.push(message));
      await here.publish('wake.log', { position: 'before' });
      await eventually('heard', () => heard.length === 1);
      await harness.restart();
      await eventually('heard again', async () => {
        await here.publish('wake.log', { position: 'after' }).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 100));
        return heard.some(({ position }) => position === 'after');
      });
      expect(errors.length).toBeGreaterThan(0);
    });
  });
}
