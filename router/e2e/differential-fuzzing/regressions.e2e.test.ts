import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Judge } from '../../fuzz/judge.js';
import { silent } from '../../test/support/shop.js';
import { regressions, requirementOfRequirement } from './regressions.js';
import { subject } from './subject.js';

let judge: Judge;

beforeAll(() => {
  judge = new Judge({
    subject,
    logger: silent,
  });
});
afterAll(() => judge.close());

describe('what the campaign found once', () => {
  it.each(Object.entries(regressions))('%s', async (_name, found) => {
    expect((await judge.judge(found))?.verdict).toEqual({ kind: 'right' });
  });

  it('a requirement that has a requirement is served or refused, never answered wrongly', async () => {
    const judged = await judge.judge(requirementOfRequirement);
    expect(['right', 'refused']).toContain(judged?.verdict.kind);
  });
});
