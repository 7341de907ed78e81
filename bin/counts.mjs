/** How many tests passed, failed and were skipped, and what follows for the exit code. */

const noTests = { passed: 0, failed: 0, skipped: 0, errors: 0 };

/** Counts the finished modules of a vitest run. A test that never ended and a file that did not load are failures. */
export function countModules(testModules, unhandledErrors) {
  const counts = { ...noTests, errors: unhandledErrors.length };
  for (const module of testModules) {
    if (module.errors().length > 0) counts.failed += 1;
    for (const test of module.children.allTests()) counts[columnOf(test.result().state)] += 1;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length > 0 ? 1 : 0;
  }
  return counts;
}

function columnOf(state) {
  return state === 'passed' || state === 'skipped' ? state : 'failed';
}

/** A run that ended without counts, such as one that was killed, proves nothing: one failure. */
export function readCounts(read) {
  try {
    return JSON.parse(read());
  } catch {
    return { ...noTests, failed: 1 };
  }
}

export function closingLine(counts) {
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  return `${counts.passed} passed, ${counts.failed + counts.errors} failed${skipped}`;
}

export function exitCodeOf(counts, exitCode) {
  if (exitCode !== 0) return exitCode;
  return counts.passed === 0 || counts.failed + counts.errors > 0 ? 1 : 0;
}

export function addCounts(left, right) {
  return Object.fromEntries(Object.keys(noTests).map((column) => [column, left[column] + right[column]]));
}
