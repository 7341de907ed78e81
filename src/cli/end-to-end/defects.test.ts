import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkIdOf } from '../../channel/check-id.ts';
import type { DecidedRun } from '../../model/deciding/decided-run.ts';
import { decideRun } from '../reporting/decided.ts';
import { catches } from './catching-checks.fixture.ts';
import {
  type Catch,
  checkOptions,
  type Ended,
  hostedProject,
  type NamedCheck,
  newProject,
  projectByUrl,
  removeProjects,
  runFolder,
  startTollgate,
  tollgate,
  twoAtATime,
} from './test-run.fixture.ts';

/** For the whole table, the defects that only load shows among them: TOLLGATE_DEFECTS=all npm test -- src/cli/defects.test.ts */
const isWhole = process.env['TOLLGATE_DEFECTS'] === 'all';
const project = `${hostedProject}load: { seconds: 6 }\n`;

/** Names of all defects, as the command line lists them. */
const listed = await listedDefects();
/** That all defects are caught is for `tollgate prove` to say; these go the way of a user, the second way by hand. */
const byHand = ['same-key-charges-twice', 'tax-on-price-before-discount'] as const;
const chosen = new Set<string>(isWhole ? listed : byHand);
const chosenCatches = Object.entries(catches).filter(([name]) => chosen.has(name));

async function listedDefects(): Promise<readonly string[]> {
  const { stdout } = await tollgate(await newProject(), ['prove', '--list']);
  return [...stdout.matchAll(/^([a-z\d]+(?:-[a-z\d]+)+) +[A-Z]{2,}/gm)].map(([, name = '']) => name);
}

interface Judged {
  readonly ended: Ended;
  readonly run: DecidedRun;
}

/** The amounts that a check found wrong, in whatever order. */
function amountsOf({ run }: Judged, check: NamedCheck): readonly string[] {
  const decided = run.checks.find((one) => one.check.id === checkIdOf(check));
  return (decided?.differences ?? [])
    .map(({ measure, currency, expected, actual, customer }) =>
      JSON.stringify([measure, currency, expected, actual, customer]),
    )
    .toSorted();
}

/** Each of them is known to pass without a defect. */
const healthyChecks = chosenCatches.map(([, { check }]) => check);

describe('a known defect of the built-in sandbox', () => {
  const runs = new Map<string, Promise<Judged>>();
  const inTurn = twoAtATime();

  async function judged(yaml: string, args: readonly string[]): Promise<Judged> {
    const dir = await newProject(yaml);
    const ended = await tollgate(dir, ['run', ...args]);
    return { ended, run: (await decideRun(runFolder(dir, ended))).run };
  }

  async function againstOwnSandbox(defect: string, { check }: Catch): Promise<Judged> {
    const dir = await newProject();
    const sandbox = startTollgate(dir, [
      'sandbox',
      '--port',
      '0',
      '--data',
      join(dir, 'data'),
      '--defect',
      defect,
    ]);
    try {
      const [, url = ''] = await sandbox.line(/listens on (http:\S+)/);
      return await judged(projectByUrl(url), checkOptions([check]));
    } finally {
      sandbox.child.kill('SIGINT');
      await sandbox.ended;
    }
  }

  function started(key: string, job: () => Promise<Judged>): void {
    const run = inTurn(job);
    run.catch(() => undefined);
    runs.set(key, run);
  }

  beforeAll(() => {
    started('healthy', () => judged(project, checkOptions(healthyChecks)));
    for (const [defect, { check }] of chosenCatches)
      started(defect, () => judged(project, ['--defect', defect, ...checkOptions([check])]));
    for (const defect of byHand) {
      const caught = catches[defect];
      if (caught !== undefined) started(`by hand ${defect}`, () => againstOwnSandbox(defect, caught));
    }
  });

  afterAll(async () => {
    await Promise.allSettled(runs.values());
    await removeProjects();
  });

  async function runOf(key: string): Promise<Judged> {
    const run = await runs.get(key);
    if (run === undefined) throw new Error(`no run was started for ${key}`);
    return run;
  }

  test('has a line here only when there is such a defect', () => {
    const known = new Set(listed);
    expect(chosenCatches.length).toBeGreaterThanOrEqual(byHand.length);
    expect(Object.keys(catches).filter((name) => !known.has(name))).toEqual([]);
  });

  test('is none when the sandbox is healthy: the same checks pass, and the scope is clean', async () => {
    const { ended, run } = await runOf('healthy');
    expect(run.verdict.reasons.filter(({ gate }) => gate !== 'scope')).toEqual([]);
    const passed = run.checks.filter(({ status }) => status === 'passed').map(({ check }) => check.id);
    expect(passed).toEqual(expect.arrayContaining(healthyChecks.map(checkIdOf)));
    expect(run.verdict.scope.result).toBe('clean');
    expect(run.verdict.verdict).toBe('INCOMPLETE');
    expect(ended.exitCode).toBe(0);
  });

  test.each(chosenCatches)('%s turns its check red', async (defect, { check, reason }) => {
    const { ended, run } = await runOf(defect);
    const id = checkIdOf(check);
    const decided = run.checks.find((one) => one.check.id === id);
    expect(decided?.error?.message ?? 'no error').not.toBe('no error');
    expect(decided).toMatchObject({ status: 'failed', cause: 'product' });
    expect(run.verdict.scope.result).toBe('failed');
    expect(run.defects).toEqual([defect]);
    const [first] = run.verdict.reasons;
    expect(first?.text).toMatch(reason);
    expect(first?.text).toContain(id);
    expect(first?.checks).toContain(id);
    if ((decided?.differences ?? []).length > 0) expect(first?.text).toMatch(/[A-Z]{3} [\d,.]*\d/);
    expect(ended.exitCode).toBe(1);
  });

  test.each(byHand)(
    '%s is found with the same amounts in a sandbox started by hand and reached by its address',
    async (defect) => {
      const [hosted, found] = await Promise.all([runOf(defect), runOf(`by hand ${defect}`)]);
      const check = catches[defect]?.check;
      if (check === undefined) throw new Error(`${defect} has no line`);
      expect(found.ended.exitCode).toBe(1);
      expect(found.run.verdict.target.name).toBe('candidate');
      expect(found.run.defects).toEqual([]);
      expect(amountsOf(found, check).length).toBeGreaterThan(0);
      expect(amountsOf(found, check)).toEqual(amountsOf(hosted, check));
    },
  );
});
