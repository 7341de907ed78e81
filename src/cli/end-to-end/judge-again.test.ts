import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalLine } from '../../model/observing/record.ts';
import {
  checkOptions,
  type NamedCheck,
  newProject,
  removeProjects,
  runFolder,
  tollgate,
  verdictIn,
} from './test-run.fixture.ts';

const check: NamedCheck = {
  phase: 'integration',
  file: 'src/suites/integration/payment/payment.suite',
  titlePath: ['A payment that is sent again', 'with the same key takes the money once'],
};

/** A clock that is 30 days ahead, in every part of the process. */
const laterClock = `data:text/javascript,${encodeURIComponent(`
  const RealDate = Date;
  const ahead = 30 * 24 * 3600 * 1000;
  globalThis.Date = class extends RealDate {
    constructor(...parts) { if (parts.length === 0) super(RealDate.now() + ahead); else super(...parts); }
    static now() { return RealDate.now() + ahead; }
  };
`)}`;

describe.concurrent('a stored run, judged again from a copy of what must be kept', () => {
  let project = '';
  let elsewhere = '';
  let original = '';
  let copies = 0;

  beforeAll(async () => {
    project = await newProject();
    elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'));
    const ended = await tollgate(project, [
      'run',
      '--defect',
      'same-key-charges-twice',
      ...checkOptions([check]),
    ]);
    original = runFolder(project, ended);
    expect(ended.exitCode).toBe(1);
  });
  afterAll(async () => {
    await removeProjects();
    await rm(elsewhere, { recursive: true, force: true });
  });

  /** Plan, journal and evidence only, under a path that says nothing. */
  async function copy(): Promise<string> {
    copies += 1;
    const dir = join(elsewhere, `kept-${copies}`);
    await mkdir(dir);
    for (const name of ['plan.json', 'journal.ndjson', 'evidence'])
      await cp(join(original, name), join(dir, name), { recursive: true });
    return dir;
  }

  test.each([
    ['at home', {}, []],
    [
      'in Kiribati, in German, 30 days later',
      { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
      ['--import', laterClock],
    ],
    [
      'in Turkish, where i has another capital',
      { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      [],
    ],
  ])('%s: the same bytes', async (_where, env, nodeArgs) => {
    const dir = await copy();
    const ended = await tollgate(elsewhere, ['judge', dir], { env, nodeArgs });
    expect(await readFile(join(dir, 'verdict.json'))).toEqual(await readFile(join(original, 'verdict.json')));
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toMatch(/EUR 60\.00/);
  });

  test('as of another day, beside the first verdict and never over it', async () => {
    const dir = await copy();
    await tollgate(elsewhere, ['judge', dir]);
    const first = await readFile(join(dir, 'verdict.json'));
    const asked = await tollgate(elsewhere, ['judge', dir, '--as-of', '2030-01-01T00:00:00Z']);
    expect(asked.exitCode).toBe(1);
    expect(await readFile(join(dir, 'verdict.json'))).toEqual(first);
    const beside = (await readdir(dir)).filter((name) => /^verdict\..+\.json$/.test(name));
    expect(beside).toHaveLength(1);
    const other = JSON.parse(await readFile(join(dir, beside[0] ?? ''), 'utf8')) as { readonly asOf: string };
    expect(other.asOf).toMatch(/^2030-01-01T00:00:00/);
  });

  test('explained and reported: the amount, its check, and every report', async () => {
    const dir = await copy();
    const [id = ''] = checkOptions([check]).slice(1);
    const explained = await tollgate(elsewhere, ['explain', dir, id]);
    expect(explained.exitCode).toBe(1);
    expect(explained.stdout).toMatch(/expected +EUR 30\.00\n +actual +EUR 90\.00\n +difference +EUR 60\.00/);
    const reported = await tollgate(elsewhere, ['report', dir]);
    expect(reported.exitCode).toBe(0);
    const written = (await readdir(dir)).sort();
    const whole = (await readdir(original)).filter((name) => !['target', 'lease.json'].includes(name)).sort();
    expect(written).toEqual(whole);
    expect((await verdictIn(dir)).runId).toBe((await verdictIn(original)).runId);
  });

  test('with one changed byte of evidence: exit code 65, which names it', async () => {
    const dir = await copy();
    const folders = await readdir(join(dir, 'evidence'));
    const [file = ''] = await readdir(join(dir, 'evidence', folders[0] ?? ''));
    const path = join(dir, 'evidence', folders[0] ?? '', file);
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(path, bytes);
    const { exitCode, stderr } = await tollgate(elsewhere, ['judge', dir]);
    expect(stderr).toContain(file);
    expect(exitCode).toBe(65);
  });

  test.each([
    [
      'a changed result',
      (lines: string[]) => lines.map((line) => line.replace('"status":"failed"', '"status":"passed"')),
    ],
    ['a record left out', (lines: string[]) => lines.filter((line) => !line.includes('"kind":"difference"'))],
  ])('with %s in the journal: exit code 65', async (_what, change) => {
    const dir = await copy();
    const path = join(dir, 'journal.ndjson');
    const lines = (await readFile(path, 'utf8')).split('\n');
    const changed = change(lines);
    expect(changed).not.toEqual(lines);
    await writeFile(path, changed.join('\n'));
    const { exitCode, stderr } = await tollgate(elsewhere, ['judge', dir]);
    expect(stderr).toMatch(/journal\.ndjson, record \d+/);
    expect(exitCode).toBe(65);
  });

  test('cut off in the middle: what was wrong stays wrong, and the end is missing', async () => {
    const dir = await copy();
    const path = join(dir, 'journal.ndjson');
    const text = await readFile(path, 'utf8');
    const rows = text.split('\n');
    const end = rows.findIndex(
      (row) => row !== '' && (JSON.parse(row) as JournalLine).record.kind === 'step-finished',
    );
    await writeFile(path, `${rows.slice(0, end).join('\n')}\n${rows[end]?.slice(0, 40)}`);
    const { exitCode } = await tollgate(elsewhere, ['judge', dir]);
    expect(exitCode).toBe(1);
    const verdict = await verdictIn(dir);
    const phase = verdict.phases.find(({ name }) => name === 'integration');
    expect(phase).toMatchObject({ state: 'incomplete', failed: 1 });
    expect(verdict.reasons.map(({ text: reason }) => reason).join('\n')).toMatch(/did not come to its end/);
  });
});
