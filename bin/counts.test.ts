import { expect, test } from 'vitest';
import { addCounts, closingLine, countModules, exitCodeOf, readCounts } from './counts.mjs';

function module(states: readonly string[], errors: readonly string[] = []) {
  const allTests = () => states.map((state) => ({ result: () => ({ state }) }));
  return { errors: () => errors, children: { allTests, allSuites: () => [] } };
}

test('only what passed counts as passed', () => {
  const counts = countModules([module(['passed', 'failed', 'skipped', 'pending'])], []);
  expect(counts).toEqual({ passed: 1, failed: 2, skipped: 1, errors: 0 });
  expect(closingLine(counts)).toBe('1 passed, 2 failed, 1 skipped');
});

test('a file that did not load and an error outside of a test are failures', () => {
  const counts = countModules([module(['passed']), module([], ['no such import'])], [new Error('late')]);
  expect(closingLine(counts)).toBe('1 passed, 2 failed');
  expect(exitCodeOf(counts, 0)).toBe(1);
});

test('no test, and no counts at all, are no success', () => {
  expect(exitCodeOf(countModules([], []), 0)).toBe(1);
  const lost = readCounts(() => {
    throw new Error('ENOENT');
  });
  expect(closingLine(lost)).toBe('0 passed, 1 failed');
  expect(exitCodeOf(lost, 0)).toBe(1);
});

test('the exit code of the runner is kept', () => {
  const counts = countModules([module(['passed'])], []);
  expect(exitCodeOf(counts, 0)).toBe(0);
  expect(exitCodeOf(counts, 137)).toBe(137);
});

test('two parts are one count', () => {
  const left = { passed: 3, failed: 0, skipped: 1, errors: 0 };
  const right = { passed: 2, failed: 1, skipped: 4, errors: 0 };
  expect(addCounts(left, right)).toEqual({ passed: 5, failed: 1, skipped: 5, errors: 0 });
});
