import { describe, expect, it } from '@jest/globals';
import { summaryLine, total } from '../lib/summary.mjs';

const counts = { passed: 10, failed: 0, skipped: 0 };

describe('the last line of npm test', () => {
  it('names what passed and failed, and what was skipped when something was', () => {
    expect(summaryLine(counts)).toBe('10 passed, 0 failed');
    expect(summaryLine({ ...counts, skipped: 2 })).toBe('10 passed, 0 failed, 2 skipped');
  });

  it('counts the type check as a test', () => {
    expect(total(counts, { typesOk: true, jestCode: 0 })).toEqual({ ...counts, passed: 11 });
    expect(total(counts, { typesOk: false, jestCode: 0 })).toEqual({ ...counts, failed: 1 });
  });

  it('never says that nothing failed when Jest ended badly', () => {
    expect(total(undefined, { typesOk: true, jestCode: 1 }).failed).toBe(1);
    expect(total(counts, { typesOk: true, jestCode: 137 }).failed).toBe(1);
    expect(total({ ...counts, failed: 3 }, { typesOk: true, jestCode: 1 }).failed).toBe(3);
  });
});
