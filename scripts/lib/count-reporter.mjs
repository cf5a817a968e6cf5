import { writeFileSync } from 'node:fs';

/** A Jest reporter that leaves the counts in the file that NEXUS_TEST_COUNTS names, for the one line that `npm test` ends with. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = results;
    const counts = {
      passed: numPassedTests,
      // A file that could not even be loaded has no tests to count, and has failed all the same.
      failed: numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: numPendingTests + numTodoTests,
    };
    const file = process.env.NEXUS_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}
