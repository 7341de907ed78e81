import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCucumberMessages } from './messages-report.ts';

const saved = (name: string) =>
  readFileSync(new URL(`../saved/own-suite/${name}.ndjson`, import.meta.url), 'utf8');
const read = (text: string) => readCucumberMessages(Buffer.from(text));

describe('streams that cucumber-js 13 really wrote', () => {
  test('every kind of end, with the tries before it', () => {
    const report = read(saved('cucumber-js-retried'));
    expect(
      report.results.map(({ outcome, titlePath, earlier }) => [
        outcome,
        titlePath.slice(1).join(' › '),
        earlier.length,
      ]),
    ).toEqual([
      ['passed', 'Whole month', 0],
      ['failed', 'Change day', 1],
      ['passed', 'Second try', 1],
      ['skipped', 'Left out', 0],
      ['error', 'Unknown words', 0],
      ['passed', 'Currencies › currency EUR, n 1', 0],
      ['failed', 'Currencies › currency JPY, n 2', 1],
    ]);
    expect(report.results[2]?.earlier[0]).toMatchObject({ status: 'failed' });
    expect(report.times).toMatchObject([{ zone: 'stated' }]);
    expect(report.runErrors).toEqual([]);
  });

  test('a scenario that never began is no result', () => {
    const withoutLast = saved('cucumber-js-green')
      .split('\n')
      .filter((line) => !/"testCase(Started|Finished)"|"testStep(Started|Finished)"/.test(line));
    expect(read(withoutLast.join('\n')).results).toMatchObject([{ outcome: 'skipped' }]);
  });

  test('a run that calls itself failed with nothing to show for it says so', () => {
    const failed = saved('cucumber-js-green').replace('"success":true', '"success":false');
    expect(read(failed).runErrors).toEqual(['it says that the run failed, and no scenario says so']);
  });
});

const green = saved('cucumber-js-green');
const linesOf = (kind: string) => green.split('\n').filter((line) => line.startsWith(`{"${kind}"`));
/** The green stream with more before its testRunFinished. */
const greenWith = (more: readonly string[]) =>
  green.replace(/(?=\{"testRunFinished")/, more.map((line) => `${line}\n`).join(''));

test('a step that was announced and never ended is no pass', () => {
  const twoSteps = green.replace('"testSteps":[', '"testSteps":[{"id":"hook-1","hookId":"h"},');
  expect(twoSteps).not.toBe(green);
  expect(read(twoSteps).results).toMatchObject([
    {
      outcome: 'error',
      error: { message: 'the report has the results of 1 of its 2 steps and hooks, all passed' },
    },
  ]);
  const [ended = ''] = linesOf('testStepFinished');
  const twice = twoSteps.replace(ended, `${ended}\n${ended}`);
  expect(read(twice).results).toMatchObject([{ outcome: 'error' }]);
  const failed = twoSteps.replace('"status":"PASSED"', '"status":"FAILED"');
  expect(read(failed).results).toMatchObject([{ outcome: 'failed' }]);
});

test.each([
  ['a killed run', saved('cucumber-js-killed'), /testRunFinished, is not there/],
  [
    'a step that ended the process with 0',
    saved('cucumber-js-step-ended-the-process'),
    /testRunFinished, is not there/,
  ],
  ['half a last line', green.trimEnd().slice(0, -5), /line \d+:/],
  [
    'no last line',
    `${green.trimEnd().split('\n').slice(0, -1).join('\n')}\n`,
    /testRunFinished, is not there/,
  ],
  ['nothing', '', /testRunFinished, is not there/],
  ['a key twice', green.replace('{"meta":', '{"meta":{},"meta":'), /twice/],
  ['text between', green.replace('\n', '\nPASS\n'), /line 2/],
  ['a list', '[]\n', /line 1 is no message/],
  ['a case announced again', greenWith(linesOf('testCase')), /announced twice/],
  ['a try begun again', greenWith(linesOf('testCaseStarted')), /begun twice/],
  ['a second end of the run', `${green.trimEnd()}\n${linesOf('testRunFinished')}\n`, /after testRunFinished/],
  [
    'another case after the end',
    `${green.trimEnd()}\n${linesOf('testStepFinished')}`,
    /after testRunFinished/,
  ],
  [
    'a retry that never came',
    green.replace('"willBeRetried":false', '"willBeRetried":true'),
    /next try is not there/,
  ],
  [
    'a step of a try that never began',
    green.replace(
      /"testCaseStartedId":"[^"]*"(?=,"testStepId":"[^"]*","testStepResult")/,
      '"testCaseStartedId":"x"',
    ),
    /never began/,
  ],
])('%s is refused', (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});
