import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../journal/safe-file.ts';
import type { PlannedCheck } from '../../model/observing/check.ts';
import type { ToolRecord } from '../../model/observing/record.ts';
import { startTool } from '../processes/supervise.ts';
import type { OwnSuite } from '../request.ts';
import type { RunnerRequest, StepExit } from '../runner.ts';
import { checkOfSuite } from './own-suite/declared-checks.ts';
import { ownSuite } from './own-suite.ts';

const acme: OwnSuite = {
  name: 'acme',
  phase: 'unit',
  command: [process.execPath, 'suite.mjs'],
  report: { format: 'junit', path: 'report.xml' },
  expected: { kind: 'count', count: 2 },
  topic: 'document',
  deadlineMs: 30_000,
};

const suiteOf = (cases: string) => `<testsuite name="T">${cases}</testsuite>`;
const twoPassed = suiteOf('<testcase name="a"/><testcase name="b"/>');

/** A command that writes these files and ends with this code. */
function writes(files: Readonly<Record<string, string>>, exitCode = 0): string {
  const lines = Object.entries(files).map(
    ([path, text]) => `fs.writeFileSync(${JSON.stringify(path)}, ${JSON.stringify(text)});`,
  );
  return [`import fs from 'node:fs';`, ...lines, `process.exit(${exitCode});`].join('\n');
}

async function projectOf(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'own-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  return dir;
}

interface Ran {
  readonly exit: StepExit;
  readonly records: readonly ToolRecord[];
  /** What was kept, by name. */
  readonly kept: ReadonlyMap<string, string>;
}

async function run(projectDir: string, suite: OwnSuite = acme): Promise<Ran> {
  const records: ToolRecord[] = [];
  const kept = new Map<string, string>();
  const request: RunnerRequest = {
    phase: suite.phase,
    step: suite.name,
    files: [],
    workDir: projectDir,
    phaseDir: projectDir,
    projectDir,
    packageDir: projectDir,
    runId: 'run-1',
    seed: 7,
    tags: null,
    env: { PATH: process.env['PATH'] ?? '', TOLLGATE_CHANNEL: '/channel', TOLLGATE_TARGET_URL: 'http://t' },
    deadlineMs: 60_000,
    start: startTool,
    link: () => Promise.reject(new Error('a foreign command has no session')),
    record: async (record) => void records.push(record),
    keep: async ({ name, mediaType, bytes }) => {
      kept.set(name, Buffer.from(bytes).toString('utf8'));
      return { sha256: sha256(bytes), bytes: bytes.byteLength, name, mediaType };
    },
  };
  const session = await ownSuite(suite).open(request);
  onTestFinished(() => session.close());
  const { checks } = await session.list();
  const planned = checks.map((check): PlannedCheck => ({ ...check, disposition: { kind: 'run' } }));
  return { exit: await session.run(planned), records, kept };
}

const ended = ({ records }: Ran) =>
  records.flatMap((record) =>
    record.kind === 'check-finished' ? [[record.checkId, record.status, record.cause]] : [],
  );
const idOf = (...titles: readonly string[]) => checkOfSuite(acme, titles).id;
const reason = ({ exit }: Ran) => (exit.report.kind === 'unreadable' ? exit.report.reason : exit.report.kind);

describe('a suite known by number', () => {
  test('each result is a check of its own, found, begun and ended', async () => {
    const ran = await run(await projectOf({ 'suite.mjs': writes({ 'report.xml': twoPassed }) }));
    expect(ran.exit).toMatchObject({ exitCode: 0, report: { kind: 'read', finished: true, runErrors: [] } });
    expect(ran.records.map(({ kind }) => kind)).toEqual([
      ...['check-found', 'check-started', 'check-finished'],
      ...['check-found', 'check-started', 'check-finished', 'evidence'],
    ]);
    expect(ran.records[0]).toMatchObject({
      check: { titlePath: ['T', 'a'], file: 'suites/acme', step: 'acme', tags: ['@suite:acme'] },
    });
    expect(ended(ran)).toEqual([
      [idOf('T', 'a'), 'passed', null],
      [idOf('T', 'b'), 'passed', null],
    ]);
    expect([...ran.kept]).toEqual([['report.xml', twoPassed]]);
  });

  test('failed, in error, left out and flaky are not passed', async () => {
    const report = suiteOf(
      '<testcase name="a"><failure message="EUR 0.01 too much"/></testcase><testcase name="b"><error message="no data"/></testcase><testcase name="c"><skipped/></testcase><testcase name="d"><flakyFailure message="was 1"/></testcase>',
    );
    const ran = await run(await projectOf({ 'suite.mjs': writes({ 'report.xml': report }, 1) }));
    expect(ended(ran)).toEqual([
      [idOf('T', 'a'), 'failed', 'product'],
      [idOf('T', 'b'), 'broken', 'test-defect'],
      [idOf('T', 'd'), 'failed', 'flaky'],
    ]);
    expect(ran.records).toContainEqual(
      expect.objectContaining({ kind: 'attempt', attempt: 1, status: 'failed' }),
    );
    expect(ran.records.filter(({ kind }) => kind === 'check-found')).toHaveLength(4);
    const evidence = ran.records.flatMap((one) => (one.kind === 'evidence' ? [one.checkId] : []));
    expect(evidence).toEqual([idOf('T', 'a'), idOf('T', 'b'), idOf('T', 'd')]);
    expect(ran.exit.report).toMatchObject({ kind: 'read', checks: [{}, {}, { status: 'failed' }] });
  });

  test('tries that a tool writes as results of one title are one flaky check, and a fault', async () => {
    const report = suiteOf('<testcase name="a"><failure message="was 1"/></testcase><testcase name="a"/>');
    const ran = await run(await projectOf({ 'suite.mjs': writes({ 'report.xml': report }) }));
    expect(ended(ran)).toEqual([[idOf('T', 'a'), 'failed', 'flaky']]);
    expect(reason(ran)).toBe('found 2 results "T › a", expected one.');
  });
});

test('a suite known by its titles takes what it lists, and says what it does not', async () => {
  const report = suiteOf('<testcase classname="bill.Tax" name="a"/><testcase name="b"/><testcase name="c"/>');
  const project = await projectOf({ 'suite.mjs': writes({ 'report.xml': report }) });
  const ran = await run(project, {
    ...acme,
    expected: { kind: 'list', titles: ['bill.Tax.a', 'T › b', 'd'] },
  });
  expect(ended(ran)).toEqual([
    [idOf('bill.Tax.a'), 'passed', null],
    [idOf('T › b'), 'passed', null],
  ]);
  expect(ran.exit.report).toMatchObject({
    runErrors: ['the report holds results that tollgate.yaml does not name: "T › c"'],
  });
});

describe('reports that are not believed', () => {
  test('none at all', async () => {
    const ran = await run(await projectOf({ 'suite.mjs': 'console.log("2 passed")' }));
    expect(ran.exit).toMatchObject({ exitCode: 0, report: { kind: 'missing', path: 'report.xml' } });
    expect(ran.records).toEqual([]);
  });

  test('the one of yesterday, with its time kept or not', async () => {
    const project = await projectOf({ 'suite.mjs': '', 'report.xml': twoPassed });
    expect(reason(await run(project))).toMatch(/^it is stale: the file that was there before/);
    await writeFile(join(project, 'old.xml'), twoPassed);
    await utimes(join(project, 'old.xml'), 1e9, 1e9);
    await writeFile(
      join(project, 'suite.mjs'),
      `import fs from 'node:fs'; fs.renameSync('old.xml', 'report.xml');`,
    );
    const renamed = await run(project);
    expect(reason(renamed)).toMatch(/^it is stale: written 2001-09-09/);
    expect(renamed.records).toMatchObject([{ kind: 'evidence' }]);
    expect(ended(renamed)).toEqual([]);
  });

  test('one that says itself that it is old', async () => {
    const old = twoPassed.replace('name="T"', 'name="T" timestamp="2026-01-01T00:00:00Z"');
    const ran = await run(await projectOf({ 'suite.mjs': writes({ 'report.xml': old }) }));
    expect(reason(ran)).toMatch(/^it is stale: it says that it is of 2026-01-01T00:00:00Z/);
  });

  test.each([
    ['empty', '', /^it is empty/],
    ['without a result', '<testsuite tests="0"/>', /^it holds no result/],
    ['cut', twoPassed.slice(0, -9), /^it is not whole and well-formed XML/],
    ['of wrong totals', twoPassed.replace('name="T"', 'name="T" tests="3"'), /states tests="3", but holds 2/],
  ])('one that is %s', async (_, text, message) => {
    const ran = await run(await projectOf({ 'suite.mjs': writes({ 'report.xml': text }) }));
    expect(reason(ran)).toMatch(message);
    expect(ran.kept.get('report.xml')).toBe(text);
  });

  test('one empty file among several, by its name', async () => {
    const files = { 'out/a.xml': twoPassed, 'out/b.xml': '<testsuite name="U"/>' };
    const project = await projectOf({ 'out/.keep': '', 'suite.mjs': writes(files) });
    const ran = await run(project, { ...acme, report: { format: 'junit', path: 'out/*.xml' } });
    expect(reason(ran)).toBe('out/b.xml: it holds no result.');
    expect(ended(ran)).toHaveLength(2);
    expect([...ran.kept.keys()]).toEqual(['out/a.xml', 'out/b.xml']);
  });

  test('links and pipes, without waiting for anybody', async () => {
    const project = await projectOf({ 'real.xml': twoPassed, 'suite.mjs': '' });
    await symlink('real.xml', join(project, 'report.xml'));
    expect(reason(await run(project))).toMatch(/symbolic link/);
    await rm(join(project, 'report.xml'));
    execFileSync('mkfifo', [join(project, 'report.xml')]);
    expect(reason(await run(project))).toMatch(/no regular file/);
  });
});

describe('the command', () => {
  test('several files are one report, with a list of their digests', async () => {
    const files = { 'a.xml': twoPassed, 'b.xml': twoPassed.replace('"T"', '"U"') };
    const project = await projectOf({ 'suite.mjs': writes(files) });
    const ran = await run(project, { ...acme, report: { format: 'junit', path: '{a,b}.xml' } });
    expect(ended(ran)).toHaveLength(4);
    expect(JSON.parse(ran.kept.get('reports.json') ?? '')).toMatchObject([
      { file: 'a.xml', sha256: sha256(twoPassed) },
      { file: 'b.xml' },
    ]);
    expect(ran.records.filter(({ kind }) => kind === 'evidence')).toHaveLength(2);
  });

  test('hears of target, run and seed, and has no way to write records', async () => {
    const script = `console.log(Object.keys(process.env).filter((n) => n.startsWith('TOLLGATE')).sort().join(), process.env.TOLLGATE_RUN_ID, process.env.TOLLGATE_SEED)`;
    const ran = await run(await projectOf({ 'suite.mjs': script }));
    expect(ran.exit.output).toContain('TOLLGATE_RUN_ID,TOLLGATE_SEED,TOLLGATE_TARGET_URL run-1 7');
  });

  test('is ended at its deadline', async () => {
    const project = await projectOf({ 'suite.mjs': 'setInterval(() => {}, 1000)' });
    const ran = await run(project, { ...acme, deadlineMs: 1000 });
    expect(ran.exit).toMatchObject({ timedOut: true, report: { kind: 'missing' } });
  });

  test.each([
    ['no-such-program-anywhere', 'expected a program on PATH'],
    ['./not-here.sh', 'expected an executable file'],
  ])('%s, which is not on this machine, is refused before anything is planned', async (command, message) => {
    const opening = ownSuite({ ...acme, command: [command] }).open({ projectDir: '/' } as RunnerRequest);
    await expect(opening).rejects.toMatchObject({
      code: 'TOOL_MISSING',
      message: expect.stringContaining(`"${command}", ${message}`),
    });
  });
});
