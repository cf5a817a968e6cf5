import { describe, expect, it } from '@jest/globals';
import { campaign } from '../../fuzz/campaign.js';
import { describeFailure } from '../../fuzz/report.js';
import { silent } from '../../test/support/shop.js';
import { subject } from './subject.js';

const full = process.env.NEXUS_TEST_FULL === '1';
// The second planner takes ten times as long to plan.
const share = process.env.NEXUS_ROUTER_PLANNER === 'apollo' ? 0.1 : 1;
const COUNT = (full ? 5_000 : 1_000) * share;

describe('made-up operations on made-up graphs', () => {
  it(`are answered as by one server that has all the data (${COUNT})`, async () => {
    const found = await campaign({ subject, logger: silent, seed: 1, count: COUNT, failures: 1 });
    expect(found.failures.map(describeFailure)).toEqual([]);
    const { right, refused, faulty } = found.tally;
    expect(right + refused).toBe(COUNT);
    // What no planner serves is refused and counted: rare, and never the way out of being wrong.
    expect(refused / COUNT).toBeLessThan(0.08);
    expect(faulty / COUNT).toBeGreaterThan(0.2);
  }, 900_000);
});
