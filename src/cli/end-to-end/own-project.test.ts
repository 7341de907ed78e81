import { existsSync } from 'node:fs';
import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VerdictDocument } from '../../model/deciding/verdict.ts';
import { decideRun } from '../reporting/decided.ts';
import {
  checkOptions,
  type Ended,
  hostedProject,
  type NamedCheck,
  newProject,
  projectByUrl,
  removeProjects,
  runFolder,
  type StartOptions,
  tollgate,
  twoAtATime,
  verdictIn,
} from './test-run.fixture.ts';

const inTurn = twoAtATime();

const ownSteps = `
import { Then, When } from '@cucumber/cucumber';
When('somebody pulls the plug', () => process.exit(0));
When('the end is painted over', () => process.on('exit', () => { process.exitCode = 0; }));
When('the end is smeared', () => process.on('exit', () => { process.exitCode = 3; }));
When('nothing is done', () => {});
Then('all is well', function () { this.story.world.expectEqual('one', 1, 1); });
Then('all is wrong', function () { this.story.world.expectEqual('one', 1, 2); });
Then('nobody looks', () => {});
`;

const ownFeature = `
@own
Feature: What a project brings itself

  @exit
  Scenario: A step ends the process as if all were well
    When somebody pulls the plug
    Then all is well

  @empty
  Scenario: Nothing is expected
    When nothing is done
    Then nobody looks

  @fine
  Scenario: Something is expected and true
    When nothing is done
    Then all is well

  @painted
  Scenario: A failure, and an exit code that says otherwise
    When the end is painted over
    Then all is wrong

  @smeared
  Scenario: A success, and an exit code that says otherwise
    When the end is smeared
    Then all is well
`;

interface Judged {
  readonly ended: Ended;
  readonly verdict: VerdictDocument;
  readonly runDir: string;
  /** Everything that the verdict gives as its reason, one text. */
  readonly why: string;
}

async function judged(dir: string, args: readonly string[], options: StartOptions = {}): Promise<Judged> {
  const ended = await tollgate(dir, ['run', ...args], options);
  const runDir = runFolder(dir, ended);
  const verdict = await verdictIn(runDir);
  return { ended, verdict, runDir, why: verdict.reasons.map(({ text }) => text).join('\n') };
}

afterAll(removeProjects);

describe.concurrent('steps that a project brings itself', () => {
  let project = '';
  beforeAll(async () => {
    project = await newProject(hostedProject, {
      'steps/own.steps.mjs': ownSteps,
      'features/own.feature': ownFeature,
    });
  });

  const withTags = (tags: string) => inTurn(() => judged(project, ['--phase', 'uat', '--tags', tags]));

  test('process.exit(0) in a step is no success', async () => {
    const { ended, verdict, why } = await withTags('@own and (@fine or @exit)');
    expect(ended.exitCode).toBe(2);
    expect(verdict.scope.result).toBe('not proven');
    expect(why).toMatch(/A step ends the process as if all were well/);
    expect(why).toMatch(/ended with exit code 0|does not say that it came to its end|left no report/);
  });

  test('a check that expects nothing is broken, and the one beside it passes', async () => {
    const { ended, runDir, why } = await withTags('@own and (@empty or @fine)');
    const { checks } = (await decideRun(runDir)).run;
    const of = (title: string) => checks.find(({ check }) => check.titlePath.at(-1) === title);
    expect(of('Nothing is expected')).toMatchObject({ status: 'broken', cause: 'test-defect' });
    expect(of('Something is expected and true')).toMatchObject({ status: 'passed', cause: null });
    expect(why).toMatch(/without expecting anything/);
    expect(ended.exitCode).toBe(2);
  });

  test('a failure with a painted exit code stays one, and both sides are told', async () => {
    const { ended, verdict, why } = await withTags('@painted');
    expect(why).toMatch(/ended with exit code 0, but its records \(0 of 1 passed\) imply 1/);
    expect(verdict.phases.find(({ name }) => name === 'uat')).toMatchObject({
      state: 'incomplete',
      failed: 1,
    });
    expect(ended.exitCode).toBe(1);
  });

  test('a success with another exit code is not proven', async () => {
    const { ended, why } = await withTags('@smeared');
    expect(why).toMatch(/ended with exit code 3, but its records \(1 of 1 passed\) imply 0/);
    expect(ended.exitCode).toBe(2);
  });

  test('a tag that matches nothing is not proven', async () => {
    const { ended, verdict, why } = await withTags('@no-such-tag');
    expect(why).toMatch(/No check matches the options \(.*@no-such-tag.*\); nothing was run/);
    expect(verdict.verdict).toBe('INCOMPLETE');
    expect(ended.exitCode).toBe(2);
  });

  test('a file of steps that does not load makes the phase incomplete', async () => {
    const dir = await newProject(hostedProject, {
      'steps/broken.steps.mjs': "throw new Error('no luck today');\n",
    });
    const { ended, verdict, why } = await inTurn(() => judged(dir, ['--phase', 'uat']));
    expect(why).toMatch(/the steps do not load: no luck today/);
    expect(verdict.phases.find(({ name }) => name === 'uat')?.state).toBe('incomplete');
    expect(ended.exitCode).toBe(2);
  });
});

describe.concurrent('what is not there', () => {
  test('a target at whose address nobody listens: a run, a report, and the reason', async () => {
    const dir = await newProject(projectByUrl('http://127.0.0.1:1'));
    const { ended, verdict, runDir, why } = await inTurn(() => judged(dir, ['--phase', 'unit']));
    expect(why).toMatch(/ended at the canary/);
    expect(verdict.gates.map(({ reason }) => reason).join('\n')).toMatch(/does not answer/);
    expect(verdict.phases.find(({ name }) => name === 'unit')).toMatchObject({
      state: 'incomplete',
      passed: 0,
    });
    expect(existsSync(join(runDir, 'report.html'))).toBe(true);
    expect(existsSync(join(runDir, 'junit.xml'))).toBe(true);
    expect(ended.stdout).toMatch(/INCOMPLETE/);
    expect(ended.exitCode).toBe(2);
  });

  test.each([
    ['named by TOLLGATE_K6', () => ({ TOLLGATE_K6: '/nowhere/k6' }), /TOLLGATE_K6=\/nowhere\/k6/],
    [
      'on the machine',
      (empty: string) => ({ TOLLGATE_K6: '', TOLLGATE_CACHE: empty, PATH: empty }),
      /Found no k6 of version 2\.2 or newer/,
    ],
  ])('no k6 %s: performance is incomplete and says what to type', async (_where, env, reason) => {
    const empty = await mkdtemp(join(tmpdir(), 'empty-'));
    const dir = await newProject(`${hostedProject}profile: { name: quick, tags: "@short" }\n`);
    const { ended, verdict, why } = await inTurn(() =>
      judged(dir, ['--phase', 'performance'], { env: env(empty) }),
    );
    await rm(empty, { recursive: true });
    expect(why).toMatch(reason);
    expect(why).toMatch(/npx tollgate doctor --install k6/);
    expect(verdict.phases.find(({ name }) => name === 'performance')).toMatchObject({
      state: 'incomplete',
      failed: 0,
    });
    expect(ended.exitCode).toBe(2);
  });
});

describe('two runs of one project at once', () => {
  const check: NamedCheck = {
    phase: 'integration',
    file: 'src/suites/integration/tax/tax.suite',
    titlePath: ['Tax on invoices', 'Cents of the net amount are taxed, too: 99.99 at 19 % is 19.00'],
  };

  test('are both right, each in its own folder', async () => {
    const dir = await newProject();
    const [healthy, wrong] = await Promise.all([
      judged(dir, checkOptions([check])),
      judged(dir, ['--defect', 'tax-base-truncated', ...checkOptions([check])]),
    ]);
    expect(healthy.ended.exitCode).toBe(0);
    expect(healthy.verdict.scope.result).toBe('clean');
    expect(wrong.ended.exitCode).toBe(1);
    expect(wrong.verdict.scope.result).toBe('failed');
    expect(healthy.runDir).not.toBe(wrong.runDir);
    const latest = await readlink(join(dir, 'reports', 'latest'));
    expect([healthy.runDir, wrong.runDir].map((folder) => basename(folder))).toContain(latest);
    const retest = await judged(dir, ['--failed', basename(wrong.runDir)]);
    expect(retest.verdict.scope).toMatchObject({ failedOf: basename(wrong.runDir), result: 'clean' });
    expect(retest.ended.exitCode).toBe(0);
  });

  test('a check that nobody knows, asked for beside one that passes, is not proven', async () => {
    const dir = await newProject();
    const { ended, why } = await judged(dir, [...checkOptions([check]), '--check', 'integration-0000000000']);
    expect(why).toMatch(/Found no check integration-0000000000/);
    expect(ended.exitCode).toBe(2);
  });
});
