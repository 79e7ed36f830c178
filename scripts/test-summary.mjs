/** Prints the counts of a jest result file as one line; fails unless every test ran and passed. */

import { readFileSync } from 'node:fs';

const { passed, failed, skipped } = count(process.argv[2]);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0 || skipped > 0 || passed === 0) process.exitCode = 1;

/** A file that could not be loaded has no tests to count, and is a failure all the same. */
function count(path) {
  const results = readResults(path);
  if (!results) return { passed: 0, failed: 1, skipped: 0 };
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/** Jest that was killed leaves no results, or half of them. */
function readResults(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
