import { describe, expect, it } from '@jest/globals';
import { SharedRuns } from '../../src/consumers/shared-runs.js';

/** Work that ends when it is told to. */
function gate() {
  const runs: { end: (value: number) => void; fail: () => void }[] = [];
  const work = () =>
    new Promise<number>((resolve, reject) => {
      runs.push({ end: resolve, fail: () => reject(new RangeError('broken')) });
    });
  return { runs, work };
}

describe('shared runs', () => {
  it('share the run behind the present one, however many ask', async () => {
    const { runs, work } = gate();
    const shared = new SharedRuns<number>();
    const first = shared.run('k', work);
    const rest = Array.from({ length: 5 }, () => shared.run('k', work));
    expect(runs).toHaveLength(1);
    runs[0]?.end(1);
    expect(await first).toBe(1);
    await Promise.resolve();
    expect(runs).toHaveLength(2);
    runs[1]?.end(2);
    expect(await Promise.all(rest)).toEqual([2, 2, 2, 2, 2]);
    void shared.run('k', work);
    expect(runs).toHaveLength(3);
  });

  it('go on behind one that failed', async () => {
    const { runs, work } = gate();
    const shared = new SharedRuns<number>();
    const first = shared.run('k', work);
    const second = shared.run('k', work);
    runs[0]?.fail();
    await expect(first).rejects.toThrow('broken');
    await Promise.resolve();
    runs[1]?.end(2);
    expect(await second).toBe(2);
  });

  it('keep keys apart', () => {
    const { runs, work } = gate();
    const shared = new SharedRuns<number>();
    void shared.run('a', work);
    void shared.run('b', work);
    expect(runs).toHaveLength(2);
  });
});
