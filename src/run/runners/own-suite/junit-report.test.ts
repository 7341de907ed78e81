import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readJunit } from './junit-report.ts';
import type { ReportContent } from './suite-result.ts';

/** Reports as the tools wrote them; of surefire's the machine's properties are left out. */
const saved = (name: string): Uint8Array =>
  readFileSync(new URL(`../saved/own-suite/${name}`, import.meta.url));

const lines = ({ results }: ReportContent) =>
  results.map(({ outcome, titlePath, earlier }) =>
    [outcome, titlePath.join(' › '), ...earlier.map(({ status }) => status)].join(' '),
  );

const read = (text: string) => readJunit(Buffer.from(text));

describe('reports that tools really wrote', () => {
  test('pytest: passed, failed, skipped, and an error before the test', () => {
    const report = readJunit(saved('pytest-mixed.xml'));
    expect(lines(report)).toEqual([
      'passed pytest › test_bill.TestProration › test_whole_month',
      'failed pytest › test_bill.TestProration › test_change_day_wrong',
      'skipped pytest › test_bill.TestProration › test_left_out',
      'passed pytest › test_bill › test_rounding[EUR]',
      'passed pytest › test_bill › test_rounding[JPY]',
      'error pytest › test_bill › test_needs_gateway',
    ]);
    expect(report.results[1]?.error?.message).toMatch(/^AssertionError: change day <billed> twice & again/);
    expect(report.results[0]).toMatchObject({
      durationMs: 5,
      spellings: expect.arrayContaining(['test_bill.TestProration.test_whole_month', 'test_whole_month']),
    });
    expect(report.badTotals).toEqual([]);
    expect(report.times).toMatchObject([{ zone: 'stated' }]);
  });

  test('surefire: each earlier try is kept, and the totals of its last try are nobody’s', () => {
    const report = readJunit(saved('surefire-3.5-reruns.xml'));
    expect(lines(report)).toEqual([
      'failed acme.ProrationTest › alwaysWrong failed failed',
      'skipped acme.ProrationTest › leftOut',
      'passed acme.ProrationTest › passesOnTheSecondTry failed',
      'error acme.ProrationTest › alwaysErrs broken broken',
      'passed acme.ProrationTest › errsThenPasses broken broken',
      'passed acme.ProrationTest › passesAtOnce',
    ]);
    expect(report.results[2]?.earlier[0]?.error?.message).toBe('expected: <2> but was: <1>');
    expect(report.badTotals).toEqual([]);
  });

  test('vitest and Go: titles without doubling, totals that add up', () => {
    const vitest = readJunit(saved('vitest-junit.xml'));
    expect(lines(vitest)).toEqual([
      'passed a.test.ts › Proration > whole month',
      'failed a.test.ts › Proration > change day',
      'skipped a.test.ts › Proration > left out',
      'passed a.test.ts › second try',
    ]);
    const go = readJunit(saved('go-junit-report.xml'));
    expect(lines(go)).toContain('failed acme/billing › TestChangeDay/twice');
    expect([...vitest.badTotals, ...go.badTotals]).toEqual([]);
  });

  test('newman: a whole report is read, and one that lost a request or a test does not add up', () => {
    const green = readJunit(saved('newman-green.xml'));
    expect(lines(green)).toEqual([
      'passed Read invoice › ReadInvoice › status is 200',
      'passed Read invoice › ReadInvoice › total is right',
    ]);
    expect(green.badTotals).toEqual([]);
    expect(readJunit(saved('newman-refused-and-skipped.xml')).badTotals).toEqual([
      'the totals do not add up: <testsuite name="Nobody there"> states errors="1", but holds 0',
      'the totals do not add up: <testsuites name="Billing API"> states tests="3", but holds 4',
    ]);
  });

  test('pytest with reruns states one test and writes two', () => {
    expect(readJunit(saved('pytest-reruns-doubled.xml')).badTotals).toEqual([
      'the totals do not add up: <testsuite name="pytest"> states tests="1", but holds 2',
    ]);
  });

  test('pytest that could not load a file says so as a result', () => {
    expect(lines(readJunit(saved('pytest-collection-error.xml')))).toEqual([
      'error pytest › test_broken_import',
    ]);
  });

  test('gotestsum that could not compile: the failure stays, its zero times and totals say nothing good', () => {
    const report = readJunit(saved('gotestsum-does-not-compile.xml'));
    expect(lines(report)).toEqual(['failed acme/billing › TestMain']);
    expect(report.times).toMatchObject([{ text: '2026-11-22T09:17:09Z' }]);
    expect(report.badTotals).toContainEqual(
      expect.stringMatching(/acme\/billing"> states tests="0", but holds 1/),
    );
  });

  test('pytest that selected nothing holds nothing', () => {
    expect(readJunit(saved('pytest-nothing-selected.xml')).results).toEqual([]);
  });
});

describe('dialects', () => {
  test('a disabled case of GoogleTest is no pass', () => {
    const report = read(
      '<testsuites tests="2" failures="0" disabled="1" errors="0"><testsuite name="T" tests="2" failures="0" disabled="1" skipped="0" errors="0"><testcase name="a" status="run" result="completed" classname="T"/><testcase name="b" status="notrun" result="suppressed" classname="T"/></testsuite></testsuites>',
    );
    expect(lines(report)).toEqual(['passed T › a', 'skipped T › b']);
    expect(report.badTotals).toEqual([]);
  });

  test('an error of the suite belongs to no case', () => {
    const report = read(
      '<testsuite name="T"><testcase name="a"/><error message="the hook failed"/></testsuite>',
    );
    expect(report.runErrors).toEqual(['the hook failed']);
  });

  test('nested suites count with what is below them', () => {
    const nested = (tests: number) =>
      read(
        `<testsuite name="T" tests="${tests}"><testsuite name="U" tests="1"><testcase name="a"/></testsuite><testcase name="b"/></testsuite>`,
      );
    expect(lines(nested(2))).toEqual(['passed T › U › a', 'passed T › b']);
    expect(nested(2).badTotals).toEqual([]);
    expect(nested(3).badTotals).toHaveLength(1);
  });

  test.each([
    ['0.005', 5],
    ['0.', 0],
    ['1.5E-2', 15],
    ['1,234.5', 1_234_500],
    ['1,234,567.25', 1_234_567_250],
    ['0,005', 0],
    ['1,234', 0],
    ['1.234,56', 0],
    ['-1.5', 0],
    ['1e400', 0],
    ['Infinity', 0],
    ['0x10', 0],
    ['12ms', 0],
    ['', 0],
  ])('a time of "%s" is %d ms; 0 is not told', (time, durationMs) => {
    expect(read(`<testsuite><testcase name="a" time="${time}"/></testsuite>`).results).toMatchObject([
      { durationMs },
    ]);
  });

  test('letters of a DOCTYPE in a failure are text', () => {
    const report = read(
      '<?xml version="1.0"?><!-- made by acme --><testsuite><testcase name="a"><failure><![CDATA[got <!DOCTYPE html>]]></failure></testcase></testsuite>',
    );
    expect(report.results[0]?.error?.message).toBe('got <!DOCTYPE html>');
  });

  test.each([
    ['no JUnit at all', '<html><body/></html>', /element <html>, expected <testsuites> or <testsuite>/],
    ['a case without a name', '<testsuite><testcase/></testsuite>', /<testcase> without a name/],
    [
      'a case in a case',
      '<testsuite><testcase name="a"><testcase name="b"/></testcase></testsuite>',
      /inside <testcase>/,
    ],
    [
      'a suite in a case',
      '<testsuite><testcase name="a"><testsuite/></testcase></testsuite>',
      /inside <testcase>/,
    ],
  ])('%s is refused', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
