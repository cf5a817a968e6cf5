import { describe, expect, it } from '@jest/globals';
import { NoSlot, Slots } from '../src/ceremonies/slots.js';

describe('slots', () => {
  it('let so many in at once, the others one after the other', async () => {
    const slots = new Slots(2, 1_000);
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
    };
    await Promise.all(Array.from({ length: 9 }, () => slots.run(work)));
    expect(most).toBe(2);
  });

  it('turn away who waits too long, and are free again afterwards', async () => {
    const slots = new Slots(1, 20);
    let release: () => void = () => {};
    const busy = slots.run(
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    await expect(slots.run(async () => 'never')).rejects.toThrow(NoSlot);
    release();
    await busy;
    await expect(slots.run(async () => 'done')).resolves.toBe('done');
  });

  it('are given back by work that fails', async () => {
    const slots = new Slots(1, 20);
    await expect(slots.run(() => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
    await expect(slots.run(async () => 'done')).resolves.toBe('done');
  });
});
