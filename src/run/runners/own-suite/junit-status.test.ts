import { expect, test } from 'vitest';
import { readJunit } from './junit-report.ts';

const read = (inside: string, totals = '') =>
  readJunit(Buffer.from(`<testsuite name="T" ${totals}>${inside}</testsuite>`));

test.each([
  ['status="failed"', 'error'],
  ['status="fail"', 'error'],
  ['status="undefined"', 'error'],
  ['status="BROKEN"', 'error'],
  ['result="failure"', 'error'],
  ['result="Aborted"', 'error'],
  ['result="timedOut"', 'error'],
  ['executed="True" success="False"', 'error'],
  ['status="pending"', 'skipped'],
  ['status="untested"', 'skipped'],
  ['status="not_run"', 'skipped'],
  ['result="Inconclusive"', 'skipped'],
  ['executed="False" success="False"', 'skipped'],
  ['status="run" result="completed"', 'passed'],
  ['status="passed"', 'passed'],
  ['result="Success" executed="True" success="True"', 'passed'],
  ['file="errors.php" assertions="0"', 'passed'],
])('a case with %s and no mark is %s', (attributes, outcome) => {
  expect(read(`<testcase name="a" ${attributes}/>`).results).toMatchObject([{ outcome }]);
});

test('what a case says of itself is quoted, and the suite may count it as a failure or an error', () => {
  const failed = '<testcase name="a" status="failed"/>';
  expect(read(failed).results[0]?.error?.message).toBe('the report says status="failed" and no more');
  expect(read(failed, 'tests="1" failures="1" errors="0"').badTotals).toEqual([]);
  expect(read(failed, 'tests="1" failures="0" errors="1"').badTotals).toEqual([]);
  expect(read(failed, 'tests="1" failures="2"').badTotals).toHaveLength(1);
});

test('a case that calls itself left out may stand in the totals or not', () => {
  const untested = '<testcase name="a" status="untested"/><testcase name="b"><skipped/></testcase>';
  expect(read(untested, 'tests="2" skipped="1"').badTotals).toEqual([]);
  expect(read(untested, 'tests="2" skipped="2"').badTotals).toEqual([]);
  expect(read(untested, 'tests="2" skipped="0"').badTotals).toHaveLength(1);
});

test('a mark says more than the attributes', () => {
  expect(read('<testcase name="a" status="failed"><failure message="x"/></testcase>').results).toMatchObject([
    { outcome: 'failed', error: { message: 'x' } },
  ]);
  expect(read('<testcase name="a" status="fail"><skipped/></testcase>').results).toMatchObject([
    { outcome: 'skipped' },
  ]);
});

test.each([
  'Failure',
  'failed',
  'failures',
  'j:failure',
  'pending',
  'ignored',
  'disabled',
  'skip',
  'incomplete',
  'warning',
  'aborted',
])('an element <%s> in a case is not read as a pass', (name) => {
  expect(() => read(`<testcase name="a"><${name}/></testcase>`)).toThrow(
    `found <${name}> inside <testcase>, which may say that a test did not pass`,
  );
});

test.each([
  '<testcase name="a"><failures><failure/></failures></testcase>',
  '<testcase name="a"><results><failure/></results></testcase>',
  '<testcase name="a"><skipped><failure/></skipped></testcase>',
  '<testcase name="a"/><Error/>',
])('a mark out of its place is not passed over: %s', (inside) => {
  expect(() => read(inside)).toThrow(/which may say that a test did not pass/);
});

test('properties, output and what stands inside a failure are free', () => {
  const report = read(
    '<properties><error/></properties>' +
      '<testcase name="a"><properties><property name="x"><skip/></property></properties><system-out><failure/></system-out><system-err><Error/></system-err></testcase>' +
      '<testcase name="b"><failure><errorDetails/><failure/></failure></testcase>' +
      '<testcase name="c"><skipped><message/></skipped><attachments><attachment/></attachments></testcase>',
  );
  expect(report.results.map(({ outcome }) => outcome)).toEqual(['passed', 'failed', 'skipped']);
  expect(report.runErrors).toEqual([]);
});
