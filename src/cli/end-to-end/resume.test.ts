import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalRecord } from '../../model/observing/record.ts';
import {
  announced,
  type CutRun,
  copyOf,
  cutAt,
  cutOptions,
  cutRun,
  recordsIn,
} from '../running/cut-run.fixture.ts';
import { removeProjects, startTollgate, tollgate, twoAtATime, verdictIn } from './test-run.fixture.ts';

const inTurn = twoAtATime();
const shippedPolicy = new URL('../../decide/policies/rehearsal.yaml', import.meta.url);
let cut: CutRun;

const resume = ({ project, id }: CutRun) => inTurn(() => tollgate(project, ['run', '--resume', id]));

/** Everything that a refused command must leave as it was. */
const kept = ({ runDir }: CutRun) =>
  ['plan.json', 'journal.ndjson', 'lease.json', 'verdict.json', 'seal.json'].map((name) =>
    existsSync(join(runDir, name)) ? readFileSync(join(runDir, name), 'utf8') : null,
  );

const lenient = () => readFileSync(shippedPolicy, 'utf8').replace(/^name: .*/m, 'name: lenient');

const verdictsIn = ({ runDir }: CutRun) =>
  Object.fromEntries(
    readdirSync(runDir)
      .filter((name) => name.startsWith('verdict'))
      .sort()
      .map((name) => [name, readFileSync(join(runDir, name), 'utf8')]),
  );

function edit(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${path} holds no ${from}`);
  writeFileSync(path, edited);
}

const idsOf = (records: readonly JournalRecord[], kind: 'check-started' | 'check-finished') =>
  records.flatMap((record) => (record.kind === kind ? [record.checkId] : []));

describe.runIf(process.platform === 'linux')('a run that was cut', () => {
  beforeAll(async () => {
    cut = await cutRun();
  });
  afterAll(removeProjects);

  test.concurrent('is taken up again: what had a result is not run again, the rest is', async () => {
    const one = await copyOf(cut);
    const before = recordsIn(one.runDir);
    const { exitCode, stdout } = await resume(one);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/cut and taken up again once/);
    const records = recordsIn(one.runDir);
    const started = idsOf(records.slice(before.length), 'check-started');
    const [first = '', second = ''] = idsOf(before, 'check-started');
    expect(started).toHaveLength(2);
    expect(started).toContain(second);
    expect(started).not.toContain(first);
    expect(new Set(idsOf(records, 'check-finished')).size).toBe(3);
    const { phases, scope } = await verdictIn(one.runDir);
    expect(scope.result).toBe('clean');
    expect(phases.find(({ name }) => name === 'uat')).toMatchObject({ state: 'complete', passed: 3 });

    // Whatever was asked for is done: it only shows the verdict.
    const ended = kept(one);
    const again = await resume(one);
    expect(again.exitCode).toBe(0);
    expect(again.stderr).not.toMatch(/listing checks/);
    expect(kept(one)).toEqual(ended);
  });

  test.concurrent('and is cut again, is taken up a third time', async () => {
    const one = await copyOf(cut);
    await inTurn(async () => {
      const started = startTollgate(one.project, ['run', '--resume', one.id]);
      await cutAt(started, one.runDir, 'check-started', 3);
    });
    const { exitCode } = await resume(one);
    expect(exitCode).toBe(0);
    expect(recordsIn(one.runDir).filter(({ kind }) => kind === 'run-resumed')).toMatchObject([
      { part: 2 },
      { part: 3 },
    ]);
    expect(new Set(idsOf(recordsIn(one.runDir), 'check-finished')).size).toBe(3);
  });

  test.concurrent('in the middle of a record: the torn line is cut off, and the verdict says so', async () => {
    const one = await copyOf(cut);
    appendFileSync(join(one.runDir, 'journal.ndjson'), '{"v":2,"seq":99,"at":"2026-');
    const { exitCode, stdout } = await resume(one);
    expect(exitCode).toBe(0);
    expect(recordsIn(one.runDir).find(({ kind }) => kind === 'run-resumed')).toMatchObject({ torn: true });
    expect(stdout).toMatch(/torn last line of the journal was cut off/i);
  });

  test.concurrent('before its first record, does everything', async () => {
    const one = await copyOf(cut);
    rmSync(join(one.runDir, 'journal.ndjson'));
    const { exitCode } = await resume(one);
    expect(exitCode).toBe(0);
    expect(idsOf(recordsIn(one.runDir), 'check-finished')).toHaveLength(3);
  });

  test.concurrent('before its plan, has nothing to take up', async () => {
    const one = await copyOf(cut);
    for (const name of ['plan.json', 'journal.ndjson']) rmSync(join(one.runDir, name));
    const { exitCode, stderr } = await resume(one);
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(/no plan .*Begin a new run/s);
  });

  const changes: readonly (readonly [string, RegExp, (one: CutRun) => void])[] = [
    [
      'a feature',
      /digests\.ownFeatures|digests\.features/,
      ({ project }) => edit(join(project, 'features/own.feature'), '1 ms pass', '2 ms pass'),
    ],
    [
      'steps',
      /digests\.ownSteps/,
      ({ project }) => appendFileSync(join(project, 'steps/own.steps.mjs'), '// changed\n'),
    ],
    [
      'the policy',
      /policy/,
      ({ project }) => {
        writeFileSync(
          join(project, 'own.yaml'),
          readFileSync(shippedPolicy, 'utf8').replace(/^title: /m, '$&My '),
        );
        appendFileSync(join(project, 'tollgate.yaml'), 'policy: ./own.yaml\n');
      },
    ],
    [
      'the load',
      /digests\.settings/,
      ({ project }) => appendFileSync(join(project, 'tollgate.yaml'), 'load: { seconds: 3 }\n'),
    ],
    ['the seed', /seed/, ({ project }) => appendFileSync(join(project, 'tollgate.yaml'), 'seed: 77\n')],
    [
      'the release',
      /release/,
      ({ project }) => edit(join(project, 'tollgate.yaml'), 'candidate: RC1', 'candidate: RC2'),
    ],
    [
      'the version of tollgate',
      /tollgateVersion/,
      ({ runDir }) => {
        // Without a journal nothing vouches for the plan but itself.
        rmSync(join(runDir, 'journal.ndjson'));
        edit(join(runDir, 'plan.json'), /"tollgateVersion": "[^"]+"/, '"tollgateVersion": "0.0.1"');
      },
    ],
  ];
  test.concurrent.each(changes)(
    'is refused when %s changed, and stays as it is',
    async (_what, says, change) => {
      const one = await copyOf(cut);
      change(one);
      const before = kept(one).toSpliced(2, 1);
      const { exitCode, stderr } = await resume(one);
      expect(stderr).toMatch(/cannot be taken up again: found another/);
      expect(stderr).toMatch(says);
      expect(exitCode).toBe(78);
      expect(kept(one).toSpliced(2, 1)).toEqual(before);
    },
  );

  test.concurrent('and had its verdicts, keeps them when it is refused, sealed as they were', async () => {
    const one = await copyOf(cut);
    writeFileSync(join(one.project, 'lenient.yaml'), lenient());
    expect((await tollgate(one.project, ['judge', one.id])).exitCode).toBe(2);
    await tollgate(one.project, ['judge', one.id, '--policy', './lenient.yaml']);
    const decided = verdictsIn(one);
    expect(Object.keys(decided)).toEqual(['verdict.json', expect.stringMatching(/^verdict\.lenient-/)]);
    appendFileSync(join(one.project, 'steps/own.steps.mjs'), '// changed\n');
    expect((await resume(one)).exitCode).toBe(78);
    expect(verdictsIn(one)).toEqual(decided);
    const sealed = kept(one)[4];
    expect((await tollgate(one.project, ['judge', one.id])).exitCode).toBe(2);
    expect([kept(one)[4], verdictsIn(one)]).toEqual([sealed, decided]);
  });

  test.concurrent('and had its verdicts, keeps none of them once it goes on', async () => {
    const one = await copyOf(cut);
    writeFileSync(join(one.project, 'lenient.yaml'), lenient());
    await tollgate(one.project, ['judge', one.id, '--policy', './lenient.yaml']);
    expect((await resume(one)).exitCode).toBe(0);
    expect(Object.keys(verdictsIn(one))).toEqual(['verdict.json']);
  });

  test.concurrent('goes on as it was planned: other options beside it are refused', async () => {
    const { exitCode, stderr } = await tollgate(cut.project, ['run', '--resume', cut.id, '--seed', '7']);
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(/Found --seed beside --resume/);
  });

  test.concurrent('with one bit flipped in the middle of its journal is refused', async () => {
    const one = await copyOf(cut);
    const path = join(one.runDir, 'journal.ndjson');
    const bytes = readFileSync(path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    writeFileSync(path, bytes);
    const { exitCode } = await resume(one);
    expect(exitCode).toBe(65);
    expect(readFileSync(path)).toEqual(bytes);
  });

  test.concurrent('is not taken up, judged, reported or merged while it still goes on', async () => {
    const one = await copyOf(cut);
    await inTurn(async () => {
      const started = startTollgate(one.project, ['run', ...cutOptions]);
      const running = await announced(one.project, started);
      // However slow this machine is, it does not end before it was asked for.
      process.kill(started.pid, 'SIGSTOP');
      const { exitCode, stderr } = await tollgate(one.project, ['run', '--resume', running.id]);
      // To judge it now would seal a folder that still grows, and make its own end look altered.
      for (const command of ['judge', 'report', 'merge']) {
        const early = await tollgate(one.project, [command, running.id]);
        expect([command, early.exitCode, early.stderr]).toEqual([
          command,
          64,
          expect.stringMatching(/still goes on/),
        ]);
      }
      process.kill(started.pid, 'SIGCONT');
      expect(stderr).toMatch(/still goes on/);
      expect(exitCode).toBe(64);
      expect((await started.ended).exitCode).toBe(0);
    });
  });
});
