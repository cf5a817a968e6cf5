import { describe, expect, it } from '@jest/globals';
import { deferredCampaign } from '../../fuzz/deferred-campaign.js';
import { silent } from '../../test/support/shop.js';
import { subject } from './subject.js';

const full = process.env.NEXUS_TEST_FULL === '1';
const COUNT = full ? 1_500 : 50;

describe('made-up operations that defer fragments', () => {
  it(`are answered, their parts put together, as without (${COUNT})`, async () => {
    const found = await deferredCampaign({ subject, logger: silent, seed: 1, count: COUNT });
    expect(found.failure).toBeUndefined();
    const { inParts, refused, faulty, payloads } = found.tally;
    // What no plan defers is answered whole: that must not be the way out of being wrong.
    expect(inParts / COUNT).toBeGreaterThan(0.3);
    expect(refused / COUNT).toBeLessThan(0.1);
    expect(faulty / COUNT).toBeGreaterThan(0.2);
    expect(payloads).toBeGreaterThan(inParts);
  }, 900_000);
});
