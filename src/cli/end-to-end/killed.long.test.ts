import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { k6 } from '../../hosts/k6.ts';
import type { VerdictDocument } from '../../model/deciding/verdict.ts';
import type { JournalLine, JournalRecord } from '../../model/observing/record.ts';
import { ofStep, processTree, type SeenProcess, waitFor } from './process-tree.fixture.ts';
import {
  checkOptions,
  hostedProject,
  type NamedCheck,
  newProject,
  removeProjects,
  type Started,
  startTollgate,
  tollgate,
  verdictIn,
} from './test-run.fixture.ts';

const defect = 'gateway-times-hundred';
const onLinux = process.platform === 'linux';
const hasK6 = (await k6.find()) !== null;
const quickLoad = `${hostedProject}profile: { name: quick, tags: "@short" }\nload: { seconds: 5, ratesPerSecond: { usage.ingest: 5, invoice.read: 5, bill.run: 1 } }\n`;

/** A run under way, seen from outside. */
interface Watched {
  readonly started: Started;
  readonly runDir: string;
  readonly tree: () => readonly SeenProcess[];
  readonly records: () => readonly JournalRecord[];
  /** Waits for a record, and fails loudly when it never comes. */
  readonly sees: (what: string, fits: (record: JournalRecord) => boolean) => Promise<unknown>;
}

async function watch(project: string, args: readonly string[]): Promise<Watched> {
  const started = startTollgate(project, ['run', ...args], { env: { TMPDIR: project } });
  const [, runId = ''] = await started.line(/^run (\S+) on /m);
  const runDir = join(project, 'reports', runId);
  const records = () => recordsIn(join(runDir, 'journal.ndjson'));
  return {
    started,
    runDir,
    tree: () => processTree(started.pid),
    records,
    sees: (what, fits) => waitFor(what, () => records().find(fits)),
  };
}

function recordsIn(path: string): readonly JournalRecord[] {
  if (!existsSync(path)) return [];
  const whole = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return whole.map((line) => (JSON.parse(line) as JournalLine).record);
}

const isStep =
  (kind: 'step-started' | 'step-finished', step: string) =>
  (record: JournalRecord): boolean =>
    record.kind === kind && `${record.phase}/${record.step}` === step;

const isCheckOf =
  (kind: 'check-started' | 'check-finished', phase: string) =>
  (record: JournalRecord): boolean =>
    record.kind === kind && record.checkId.startsWith(`${phase}-`);

/** The session of a step that is over in no time, stopped before its turn, so that it surely dies at work. */
async function held(run: Watched, step: string, command: RegExp): Promise<number> {
  const { pid } = await waitFor(`the session of ${step}`, () =>
    ofStep(run.tree(), step).find((one) => command.test(one.command)),
  );
  process.kill(pid, 'SIGSTOP');
  return pid;
}

function phaseIn(verdict: VerdictDocument, name: string) {
  const phase = verdict.phases.find((one) => one.name === name);
  if (phase === undefined) throw new Error(`no phase ${name}`);
  return phase;
}

function integration(name: string, ...titlePath: string[]): NamedCheck {
  return { phase: 'integration', file: `src/suites/integration/${name}.suite`, titlePath };
}

/** Enough of each phase to be killed in the middle of it. */
const someOfEachPhase: readonly NamedCheck[] = [
  {
    phase: 'unit',
    file: 'src/suites/unit/price-models.suite',
    titlePath: ['Price models', 'A flat price is the same for any quantity'],
  },
  integration('interface/paging', 'Long lists', '121 subscriptions billed on one day are each listed once'),
  {
    phase: 'uat',
    file: 'features/discount/coupon.feature',
    titlePath: [
      'Coupons',
      'A coupon counts once, and for what is billed after it was redeemed',
      'Kim redeems the coupon in the second month, twice',
    ],
  },
];

afterAll(removeProjects);

describe.runIf(onLinux)('a tool that is killed', () => {
  test('a vitest worker and the cucumber session: each phase is incomplete by name, the others keep their results', async () => {
    const project = await newProject();
    const run = await watch(project, checkOptions(someOfEachPhase));
    await run.sees('a check in a vitest worker', isCheckOf('check-started', 'integration'));
    const worker = await waitFor('a worker of vitest', () =>
      ofStep(run.tree(), 'integration/suites').find(({ command }) => /vitest\/dist\/workers/.test(command)),
    );
    process.kill(worker.pid, 'SIGKILL');
    const session = await held(run, 'uat/features', /cucumber\/session/);
    await run.sees('cucumber at work', isStep('step-started', 'uat/features'));
    process.kill(session, 'SIGKILL');
    const { exitCode } = await run.started.ended;
    const verdict = await verdictIn(run.runDir);
    expect(verdict.scope.result).toBe('not proven');
    expect(exitCode).toBe(2);
    expect(phaseIn(verdict, 'unit')).toMatchObject({ state: 'complete', planned: 1, passed: 1 });
    expect(phaseIn(verdict, 'integration').state).toBe('incomplete');
    const faults = phaseIn(verdict, 'integration').faults.join('\n');
    expect(faults).toMatch(/Worker exited unexpectedly with signal SIGKILL/);
    expect(faults).toMatch(/integration-\w+ \(121 subscriptions .*\) could not be judged/);
    expect(phaseIn(verdict, 'uat')).toMatchObject({ state: 'incomplete', planned: 1, notRun: 1 });
    expect(phaseIn(verdict, 'uat').faults.join('\n')).toMatch(
      /uat, step features \(cucumber\): ended by signal SIGKILL/,
    );
  });

  test('the vitest session, k6 and the comparison are killed; nothing that tools can see names the defect', async () => {
    const project = await newProject(quickLoad);
    const run = await watch(project, [
      ...['--phase', 'unit', 'performance', 'migration', '--defect', defect],
    ]);
    await run.sees('a unit check', isCheckOf('check-finished', 'unit'));
    expect(whoNames(run)).toEqual([]);
    for (const { pid, command } of ofStep(run.tree(), 'unit/suites'))
      if (/vitest\/session/.test(command)) process.kill(pid, 'SIGKILL');

    const comparison = await held(run, 'migration/compare', /reconcile\/main/);

    if (hasK6) {
      await run.sees('k6', isStep('step-started', 'performance/load'));
      const player = await waitFor('k6', () =>
        ofStep(run.tree(), 'performance/load').find(({ command }) => /\bk6 run /.test(command)),
      );
      expect(whoNames(run)).toEqual([]);
      process.kill(player.pid, 'SIGKILL');
    }

    await run.sees('the comparison', isStep('step-started', 'migration/compare'));
    expect(whoNames(run)).toEqual([]);
    process.kill(comparison, 'SIGKILL');

    const { exitCode } = await run.started.ended;
    const verdict = await verdictIn(run.runDir);
    expect(verdict.scope.result).toBe('not proven');
    expect(exitCode).toBe(2);
    const [unit, performance, migration] = ['unit', 'performance', 'migration'].map((name) =>
      phaseIn(verdict, name),
    );
    expect(unit).toMatchObject({ state: 'incomplete', failed: 0 });
    expect(unit?.passed).toBeGreaterThan(0);
    expect(unit?.notRun).toBeGreaterThan(0);
    expect(unit?.faults.join('\n')).toMatch(/unit, step suites \(vitest\): ended by signal SIGKILL/);
    expect(performance?.state).toBe('incomplete');
    if (hasK6) {
      expect(performance?.passed).toBeGreaterThan(0);
      expect(performance?.faults.join('\n')).toMatch(
        /performance, step load \(k6\): ended by signal SIGKILL/,
      );
      expect(performance?.faults.join('\n')).toMatch(/step reconcile \(vitest\): not run/);
    }
    expect(migration?.state).toBe('incomplete');
    expect(migration?.passed).toBeGreaterThan(0);
    expect(migration?.faults.join('\n')).toMatch(
      /migration, step compare \(reconcile\): ended by signal SIGKILL/,
    );
    expect(readFileSync(join(run.runDir, 'journal.ndjson'), 'utf8')).toContain(defect);
  });

  /** Processes and files that know the defect's name, apart from the sandbox, its leash, and the command that was typed. */
  function whoNames(run: Watched): readonly string[] {
    const tree = run.tree();
    const others = tree.filter(
      ({ pid, command }) => pid !== run.started.pid && !/sandbox\/main\.ts/.test(command),
    );
    expect(tree.length - others.length).toBeGreaterThanOrEqual(3);
    const knowing = others
      .filter(({ command, environment }) => command.includes(defect) || environment.includes(defect))
      .map(({ pid, command }) => `${pid} ${command}`);
    const channel = others
      .map(({ environment }) => /TOLLGATE_CHANNEL=([^\0]+)/.exec(environment)?.[1])
      .find((path) => path !== undefined);
    expect(channel).toBeDefined();
    const folders = [run.runDir, dirname(channel ?? '')];
    const files = folders.flatMap((folder) =>
      globSync('**/*', { cwd: folder, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => !path.startsWith(join(run.runDir, 'target'))),
    );
    expect(files.length).toBeGreaterThan(3);
    return [...knowing, ...files.filter((path) => existsSync(path) && readFileSync(path).includes(defect))];
  }
});

describe.runIf(onLinux).concurrent('a run that is ended from outside', () => {
  test('by SIGKILL leaves no process behind, and its folder says INCOMPLETE', async () => {
    const project = await newProject();
    const run = await watch(project, ['--phase', 'unit', 'uat']);
    await run.sees('a unit check', isCheckOf('check-finished', 'unit'));
    const pids = run.tree().map(({ pid }) => pid);
    const sandbox = run.tree().filter(({ command }) => /sandbox\/main\.ts/.test(command));
    expect(sandbox.length).toBeGreaterThanOrEqual(2);
    expect(pids.length).toBeGreaterThan(8);
    process.kill(run.started.pid, 'SIGKILL');
    const killedAt = Date.now();
    await waitFor('the end of all its processes', () => (pids.some(isAlive) ? null : true));
    expect(Date.now() - killedAt).toBeLessThan(5_000);
    const { exitCode } = await tollgate(project, ['judge', run.runDir]);
    expect(exitCode).toBe(2);
    const verdict = await verdictIn(run.runDir);
    expect(verdict.verdict).toBe('INCOMPLETE');
    expect(verdict.reasons.map(({ text }) => text).join('\n')).toMatch(/The run did not come to its end/);
    expect(phaseIn(verdict, 'unit').passed).toBeGreaterThan(0);
    expect(phaseIn(verdict, 'unit').state).toBe('incomplete');
  });

  test('by SIGINT seals its folder and reports what it knows', async () => {
    const project = await newProject();
    const run = await watch(project, ['--phase', 'unit', 'uat']);
    await run.sees('a unit check', isCheckOf('check-finished', 'unit'));
    const pids = run.tree().map(({ pid }) => pid);
    process.kill(run.started.pid, 'SIGINT');
    const { exitCode, stdout } = await run.started.ended;
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/INCOMPLETE/);
    expect(stdout).toMatch(`interrupted; go on with: npx tollgate run --resume ${basename(run.runDir)}`);
    expect(run.records().at(-1)).toEqual({ kind: 'run-finished', reason: 'interrupted' });
    const verdict = await verdictIn(run.runDir);
    expect(verdict).toMatchObject({ verdict: 'INCOMPLETE', scope: { result: 'not proven' } });
    expect(verdict.reasons.map(({ text }) => text).join('\n')).toMatch(/interrupted/);
    expect(phaseIn(verdict, 'uat').faults.join('\n')).toMatch(/interrupted/);
    expect(existsSync(join(run.runDir, 'report.html'))).toBe(true);
    await waitFor('the end of all its processes', () => (pids.some(isAlive) ? null : true));
    const again = await tollgate(project, ['judge', run.runDir]);
    expect(again.exitCode).toBe(2);
  });
});

describe.runIf(onLinux)('a run that is to end while its tools are deaf', () => {
  test.each([
    ['SIGHUP', []],
    ['SIGTERM', ['SIGINT']],
  ] as const)('by %s, then %j, is sealed and whole', async (first, more) => {
    const project = await newProject();
    const run = await watch(project, ['--phase', 'unit', 'uat']);
    await run.sees('a unit check', isCheckOf('check-finished', 'unit'));
    const pids = run.tree().map(({ pid }) => pid);
    // Held by a stop signal, a process takes no other but KILL.
    for (const { pid } of ofStep(run.tree(), 'unit/suites')) process.kill(pid, 'SIGSTOP');
    for (const signal of [first, ...more]) process.kill(run.started.pid, signal);
    const { exitCode } = await run.started.ended;
    expect(exitCode).toBe(2);
    expect(run.records().at(-1)).toEqual({ kind: 'run-finished', reason: 'interrupted' });
    const cleanup = run.records().find(({ kind }) => kind === 'cleanup');
    if (more.length === 0) expect(cleanup).toMatchObject({ leftovers: [] });
    expect((await verdictIn(run.runDir)).verdict).toBe('INCOMPLETE');
    await waitFor('the end of all its processes', () => (pids.some(isAlive) ? null : true));
  });
});

function isAlive(pid: number): boolean {
  return processTree(pid).some((one) => one.pid === pid);
}
