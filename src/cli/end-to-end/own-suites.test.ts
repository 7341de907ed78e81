import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkIdOf } from '../../channel/check-id.ts';
import type { DecidedCheck } from '../../model/deciding/decided-run.ts';
import type { VerdictDocument } from '../../model/deciding/verdict.ts';
import { decideRun } from '../reporting/decided.ts';
import {
  type Ended,
  hostedProject,
  newProject,
  removeProjects,
  runFolder,
  tollgate,
  twoAtATime,
  verdictIn,
} from './test-run.fixture.ts';

const inTurn = twoAtATime();

/** Writes what it is told to, as a team's own tool would, and ends with the code it is told to. */
const tool = `
import { writeFileSync } from 'node:fs';
const [file, exitCode, ...cases] = process.argv.slice(2);
if (cases.length > 0) writeFileSync(file, '<testsuites><testsuite name="Acme">' + cases.join('') + '</testsuite></testsuites>');
console.log('asked', process.env.TOLLGATE_TARGET_URL);
process.exit(Number(exitCode));
`;

const passes = (name: string) => `<testcase name="${name}"/>`;
const suites = {
  green: { expected: 'checks: [a, b]', args: ['0', passes('a'), passes('b')] },
  counted: { expected: 'count: 2', args: ['0', passes('a'), passes('b')] },
  missed: {
    expected: 'count: 3',
    args: ['4', '<testcase name="a"><failure message="EUR 0.01 too much"/></testcase>', passes('b')],
  },
  lying: { expected: 'checks: [a, b]', args: ['1', passes('a'), passes('b')] },
  stale: { expected: 'checks: [a, b]', args: ['0'] },
  flaky: {
    expected: 'checks: [a, b]',
    args: ['0', '<testcase name="a"><flakyFailure message="EUR 0.01 too much"/></testcase>', passes('b')],
  },
};
type SuiteName = keyof typeof suites;

function entryOf([name, { expected, args }]: [string, (typeof suites)[SuiteName]]): string {
  const command = JSON.stringify([process.execPath, 'tool.mjs', `${name}.xml`, ...args]);
  return `  - { name: ${name}, phase: unit, command: ${command}, report: { format: junit, path: ${name}.xml }, ${expected} }\n`;
}

const idOf = (suite: SuiteName, ...titlePath: readonly string[]) =>
  checkIdOf({ phase: 'unit', file: `suites/${suite}`, titlePath });

interface Judged {
  readonly ended: Ended;
  readonly verdict: VerdictDocument;
  readonly checks: readonly DecidedCheck[];
  readonly runDir: string;
  /** Everything that the verdict gives as its reason, one text. */
  readonly why: string;
}

describe.concurrent('suites that a team brings itself', () => {
  let project = '';
  beforeAll(async () => {
    const yaml = `${hostedProject}suites:\n${Object.entries(suites).map(entryOf).join('')}`;
    const old = '<testsuite name="Acme"><testcase name="a"/><testcase name="b"/></testsuite>';
    project = await newProject(yaml, { 'tool.mjs': tool, 'stale.xml': old });
  });

  const judged = (...options: readonly string[]): Promise<Judged> =>
    inTurn(async () => {
      const ended = await tollgate(project, ['run', '--phase', 'unit', ...options]);
      const runDir = runFolder(project, ended);
      const [verdict, { run }] = [await verdictIn(runDir), await decideRun(runDir)];
      const why = verdict.reasons.map(({ text }) => text).join('\n');
      return { ended, verdict, checks: run.checks, why, runDir };
    });
  const only = (suite: SuiteName) => judged('--tags', `@suite:${suite}`);

  test('their results are checks like ours, and one check asked for brings its whole command', async () => {
    const { ended, verdict, checks, why } = await judged('--check', idOf('green', 'a'));
    const mine = checks.filter(({ check }) => check.step === 'green');
    expect(mine.map(({ check, status }) => [check.id, check.titlePath, status])).toEqual([
      [idOf('green', 'a'), ['a'], 'passed'],
      [idOf('green', 'b'), ['b'], 'passed'],
    ]);
    expect(verdict.phases[0]).toMatchObject({ name: 'unit', state: 'complete', planned: 2, passed: 2 });
    expect([ended.exitCode, verdict.scope.result, why]).toMatchObject([0, 'clean', expect.any(String)]);
  });

  test('results that were planned by number take their places', async () => {
    const { ended, verdict, checks } = await only('counted');
    const mine = checks.filter(({ check }) => check.step === 'counted');
    expect(mine.map(({ check, status }) => [check.id, status])).toEqual([
      [idOf('counted', 'Acme', 'a'), 'passed'],
      [idOf('counted', 'Acme', 'b'), 'passed'],
    ]);
    expect(verdict.phases[0]).toMatchObject({ state: 'complete', planned: 2, passed: 2 });
    expect(ended.exitCode).toBe(0);
  });

  test('a result too few is missed, one that failed stays failed, and any exit code but 0 fits it', async () => {
    const { ended, verdict, why, runDir } = await only('missed');
    expect(verdict.phases[0]).toMatchObject({ planned: 3, passed: 1, failed: 1, notRun: 1 });
    expect(why).toMatch(/1 of 3 planned checks have no result: .*result 3 of 3/);
    expect(why).not.toMatch(/exit code 4/);
    expect(ended.exitCode).toBe(1);
    const again = await judged('--failed', runDir);
    const statuses = again.checks.filter(({ check }) => check.step === 'missed').map(({ status }) => status);
    expect(statuses).toEqual(['failed', 'passed', 'not-run']);
    expect(again.why).not.toMatch(/Found no check/);
  });

  test('a red exit over a green report proves nothing, and both are shown', async () => {
    const { ended, why } = await only('lying');
    expect(ended.exitCode).toBe(2);
    expect(why).toMatch(
      /step lying \(command\): ended with exit code 1, but its records \(2 of 2 passed\) imply 0/,
    );
  });

  test('a report of before the run proves nothing', async () => {
    const { ended, why, checks } = await only('stale');
    expect(ended.exitCode).toBe(2);
    expect(why).toMatch(/report stale\.xml cannot be read: it is stale: the file that was there before/);
    expect(checks.find(({ check }) => check.step === 'stale')?.status).toBe('not-run');
  });

  test('a pass on the second try is no pass', async () => {
    const { ended, verdict, checks } = await only('flaky');
    expect(ended.exitCode).not.toBe(0);
    expect(verdict.scope.result).not.toBe('clean');
    expect(checks.find(({ check }) => check.id === idOf('flaky', 'a'))).toMatchObject({
      status: 'failed',
      cause: 'flaky',
    });
  });
});

afterAll(removeProjects);
