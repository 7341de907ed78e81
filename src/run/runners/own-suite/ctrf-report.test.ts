import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCtrf } from './ctrf-report.ts';

const text = readFileSync(new URL('../saved/own-suite/ctrf-mocha-retried.json', import.meta.url), 'utf8');
const read = (json: string) => readCtrf(Buffer.from(json));

/** The real report with its tests replaced; the totals fit. */
function withTests(tests: readonly object[], summary: object): string {
  const report = JSON.parse(text);
  return JSON.stringify({ ...report, results: { ...report.results, tests, summary } });
}
const noneOf = { tests: 1, passed: 0, failed: 0, skipped: 0, pending: 0, other: 0 };

describe('a report that mocha really wrote', () => {
  test('a pass on the second try keeps the first one', () => {
    const report = read(text);
    expect(
      report.results.map(({ outcome, titlePath, earlier }) => [outcome, titlePath, earlier.length]),
    ).toEqual([
      ['passed', ['Proration whole month'], 0],
      ['failed', ['Proration change day'], 0],
      ['skipped', ['Proration left out'], 0],
      ['passed', ['Proration second try'], 1],
      ['passed', ['Proration nested deep'], 0],
    ]);
    expect(report.badTotals).toEqual([]);
    expect(report.times.map(({ zone }) => zone)).toEqual(['stated', 'stated', 'stated']);
  });

  test('totals that do not add up are named with both sides', () => {
    expect(read(text.replace('"passed": 3', '"passed": 4')).badTotals).toEqual([
      'the totals do not add up: its summary states passed 4, but it holds 3',
    ]);
  });
});

describe('what the format allows besides', () => {
  test('suites, what each try said, and a state that is neither', () => {
    const attempts = [{ attempt: 1, status: 'failed', message: 'EUR 0.01 too much' }];
    const [passed] = read(
      withTests(
        [{ name: 'a', suite: ['Bills', 'EUR'], status: 'passed', duration: 1, retryAttempts: attempts }],
        {
          ...noneOf,
          passed: 1,
        },
      ),
    ).results;
    expect(passed).toMatchObject({
      titlePath: ['Bills', 'EUR', 'a'],
      earlier: [{ status: 'failed', error: { message: 'EUR 0.01 too much' } }],
    });
    const [other] = read(
      withTests([{ name: 'a', status: 'other', rawStatus: 'timedOut', duration: 1 }], {
        ...noneOf,
        other: 1,
      }),
    ).results;
    expect(other).toMatchObject({
      outcome: 'error',
      error: { message: 'the report says "other" and no more' },
    });
  });

  test('flaky by its own word is flaky', () => {
    const [result] = read(
      withTests([{ name: 'a', status: 'passed', duration: 1, flaky: true }], { ...noneOf, passed: 1 }),
    ).results;
    expect(result?.earlier).toHaveLength(1);
  });

  test('a flaky test that the totals know and no test is does not add up', () => {
    const badTotals = (test: object) =>
      read(
        withTests([{ name: 'a', status: 'passed', duration: 1, ...test }], {
          ...noneOf,
          passed: 1,
          flaky: 1,
        }),
      ).badTotals;
    expect(badTotals({})).toEqual(['the totals do not add up: its summary states flaky 1, but it holds 0']);
    expect(badTotals({ flaky: true })).toEqual([]);
    expect(badTotals({ retries: 2 })).toEqual([]);
  });

  test('a start in seconds is the moment that it is', () => {
    const inSeconds = read(withTests([], { ...noneOf, tests: 0, start: 1_795_341_600, stop: 0 }));
    expect(inSeconds.times.map(({ atMs }) => atMs)).toContain(1_795_341_600_000);
  });

  test('a start of 0 is no time', () => {
    const report = read(withTests([], { ...noneOf, tests: 0, start: 0, stop: 0 }));
    expect(report.times).toHaveLength(1);
  });
});

test.each([
  ['cut', text.slice(0, -10)],
  ['empty', ''],
  ['followed by something', `${text}{}`],
  ['a key twice', text.replace('"tests": 5,', '"tests": 5, "tests": 5,')],
  ['__proto__', text.replace('"tests": 5,', '"tests": 5, "__proto__": {},')],
  ['a status that nobody knows', text.replace('"status": "failed"', '"status": "green"')],
  ['no totals', text.replace('"pending": 1,', '')],
  ['another format', '{"stats":{"passes":1}}'],
  ['too deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['not a number', text.replace('"tests": 5', '"tests": NaN')],
])('%s is refused', (_, json) => {
  expect(() => read(json)).toThrow();
});
