/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * The last line of `npm test`.
 * @param {Counts} counts
 */
export function summaryLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/**
 * Adds what Jest did not count: the type check, and Jest's own end. A run that ended badly without
 * a failed test still counts one failure, so that line and exit code never disagree.
 * @param {Counts | undefined} jest undefined when Jest ended before it could count
 * @param {{ typesOk: boolean, jestCode: number }} outcome
 * @returns {Counts}
 */
export function total(jest, { typesOk, jestCode }) {
  const counts = jest ?? { passed: 0, failed: 0, skipped: 0 };
  const unexplained = jestCode !== 0 && counts.failed === 0 ? 1 : 0;
  return {
    passed: counts.passed + (typesOk ? 1 : 0),
    failed: counts.failed + unexplained + (typesOk ? 0 : 1),
    skipped: counts.skipped,
  };
}
