import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { OwnSuite } from '../../request.ts';
import { readJunit } from './junit-report.ts';
import { type Matched, matchedResults } from './matched-results.ts';

const suite: OwnSuite = {
  name: 'acme',
  phase: 'unit',
  command: ['go', 'test'],
  report: { format: 'junit', path: 'r.xml' },
  expected: { kind: 'count', count: 2 },
  topic: 'document',
  deadlineMs: 1000,
};
const evidence = { sha256: 'ab', bytes: 1, name: 'r.xml', mediaType: 'application/xml' };

function matchedIn(name: string, expected: OwnSuite['expected'] = suite.expected): Matched {
  const { results } = readJunit(readFileSync(new URL(`../saved/own-suite/${name}`, import.meta.url)));
  return matchedResults({ ...suite, expected }, [{ shownAs: 'r.xml', evidence, results }]);
}

const lines = ({ results }: Matched) =>
  results.map(({ check, result }) => `${result.outcome} ${check.titlePath.at(-1)} ${result.earlier.length}`);

test('gotestsum writes each try as a result: what passed at last is known to have failed first', () => {
  const matched = matchedIn('gotestsum-rerun-fails.xml');
  expect(lines(matched)).toEqual([
    'failed TestChangeDay/twice 2',
    'failed TestChangeDay 2',
    'passed TestFlaky 1',
    'skipped TestLeftOut 0',
    'passed TestWholeMonth 0',
    'passed TestChangeDay/once 0',
  ]);
  expect(matched.faults).toHaveLength(3);
});

test('pytest writes a test and its teardown as two results: neither hides the other', () => {
  const matched = matchedIn('pytest-teardown-doubled.xml');
  expect(lines(matched)).toEqual([
    'failed test_fails_and_teardown_errs 1',
    'error test_passes_and_teardown_errs 0',
  ]);
  expect(matched.results[0]?.result.earlier[0]).toMatchObject({ status: 'broken' });
  expect(matched.faults).toEqual([
    'found 2 results "pytest › test_both › test_fails_and_teardown_errs", expected one',
  ]);
});

test('pytest with reruns hides the first failure, but not that there were two tries', () => {
  expect(matchedIn('pytest-reruns-doubled.xml').faults).toHaveLength(1);
});

test('a list takes titles as tools and people write them, each once', () => {
  const titles = [
    'test_bill.TestProration.test_whole_month',
    'test_bill › test_rounding[EUR]',
    'test_rounding[JPY]',
    'pytest › test_bill › test_needs_gateway',
    'never written',
  ];
  const { results, strangers } = matchedIn('pytest-mixed.xml', { kind: 'list', titles });
  expect(results.map(({ check }) => check.titlePath)).toEqual(titles.slice(0, 4).map((title) => [title]));
  expect(strangers).toEqual([
    'pytest › test_bill.TestProration › test_change_day_wrong',
    'pytest › test_bill.TestProration › test_left_out',
  ]);
});
