import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readJournal } from '../../journal/read.ts';
import { readSeal } from '../../journal/seal.ts';
import type { KeptRun, KeptState } from '../cleaning/kept-run.ts';
import { outlived } from '../cleaning/retention.ts';
import { decideRun } from '../reporting/decided.ts';
import {
  newProject,
  projectByUrl,
  removeProjects,
  type Started,
  startTollgate,
  tollgate,
} from './test-run.fixture.ts';

const golden = fileURLToPath(new URL('../../decide/golden/schema-1', import.meta.url));

const started = new Set<Started>();
async function end(one: Started, signal: NodeJS.Signals): Promise<void> {
  one.child.kill(signal);
  await one.ended;
  started.delete(one);
}
afterAll(async () => {
  for (const one of started) await end(one, 'SIGKILL');
  await removeProjects();
});

interface Sandbox {
  readonly process: Started;
  readonly url: string;
  readonly port: string;
}

async function sandbox(data: string, port: string): Promise<Sandbox> {
  const one = startTollgate('/', ['sandbox', '--port', port, '--data', data]);
  started.add(one);
  const [, url = '', found = ''] = await one.line(/listens on (http:\/\/[^:]+:(\d+))/);
  return { process: one, url, port: found };
}

async function tenantsOf(url: string, runId: string): Promise<readonly unknown[]> {
  const answer = await fetch(`${url}/v1/tenants?runId=${runId}`);
  return ((await answer.json()) as { readonly tenants: readonly unknown[] }).tenants;
}

/** A run that is killed while it has something in the target. Answers its id. */
async function killedRun(project: string, url: string): Promise<string> {
  const one = startTollgate(project, ['run', '--phase', 'integration']);
  started.add(one);
  const [, id = ''] = await one.line(/^run (\S+) on /m);
  while ((await tenantsOf(url, id)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await end(one, 'SIGKILL');
  return id;
}

test('finishes the clean-up of one run, when its target is back, and leaves what another run made', async () => {
  const data = await mkdtemp(join(await newProject(), 'data-'));
  const first = await sandbox(data, '0');
  const project = await newProject(projectByUrl(first.url));
  const [id, other] = [await killedRun(project, first.url), await killedRun(project, first.url)];
  await end(first.process, 'SIGTERM');
  const journal = join(project, 'reports', id, 'journal.ndjson');
  const before = await readFile(journal);

  const down = await tollgate(project, ['clean', id]);
  expect(down.exitCode).toBe(2);
  expect(down.stdout).toMatch(new RegExp(`^${id}: not cleaned up at ${first.url}`, 'm'));
  expect(down.stdout).toMatch(/what its journal says it wrote there:\n.*: {3}\S+ \(/);
  expect(await readFile(journal)).toEqual(before);

  const { url } = await sandbox(data, first.port);
  const othersTenants = await tenantsOf(url, other);
  expect(othersTenants.length).toBeGreaterThan(0);
  const up = await tollgate(project, ['clean', id]);
  expect([up.exitCode, up.stderr]).toEqual([0, '']);
  expect(up.stdout).toMatch(/removed .*nothing is left/);
  expect(await tenantsOf(url, id)).toEqual([]);
  expect(await tenantsOf(url, other)).toEqual(othersTenants);
  const { lines } = await readJournal(journal);
  expect(lines.at(-1)?.record).toMatchObject({ kind: 'cleanup', leftovers: [] });
  expect(lines.map(({ record }) => record.kind)).toContain('intent');
  expect(await readSeal(join(project, 'reports', id))).not.toBeNull();
  expect((await decideRun(join(project, 'reports', id))).run.verdict.exitCode).toBe(2);

  const all = await tollgate(project, ['clean', '--keep', '1'], { env: { TMPDIR: data } });
  expect([all.exitCode, all.stderr]).toEqual([0, '']);
  expect(all.stdout).toMatch(new RegExp(`^${id}: removed`, 'm'));
  expect(await tenantsOf(url, other)).toEqual([]);
  const left = (await readdir(join(project, 'reports'))).filter((name) => !name.startsWith('.'));
  expect(left.toSorted()).toEqual([other, 'latest']);
});

test('removes what is outlived and what killed runs left, and nothing on a dry run', async () => {
  const project = await newProject();
  const [reports, temp] = [join(project, 'reports'), join(project, 'temp')];
  for (const id of ['a', 'b', 'c', 'd']) await storedRun(reports, id);
  await writeFile(join(reports, 'b', 'journal.ndjson'), 'changed\n');
  await symlink('a', join(reports, 'latest'));
  await mkdir(join(reports, 'not-a-run'));
  await mkdir(join(reports, '.removed-x'));
  const stray = join(temp, 'tollgate-abcdef');
  await mkdir(stray, { recursive: true });
  deadSocket(join(stray, 'channel'));
  await utimes(stray, 0, 0);
  const names = await readdir(reports);
  const clean = (...more: readonly string[]) =>
    tollgate(project, ['clean', '--keep', '1', '--older-than-days', '999999', ...more], {
      env: { TMPDIR: temp },
    });

  const dry = await clean('--dry-run');
  expect(dry.stdout).toMatch(/^c: would be removed$/m);
  expect(await readdir(reports)).toEqual(names);
  const { exitCode, stdout } = await clean();
  expect([exitCode, stdout]).toEqual([65, expect.stringMatching(/^b: journal\.ndjson, record 0/m)]);
  expect((await readdir(reports)).sort()).toEqual(['a', 'b', 'latest', 'not-a-run']);
  expect(await readdir(temp)).toEqual([]);
});

async function storedRun(reports: string, id: string): Promise<void> {
  await cp(golden, join(reports, id), { recursive: true });
  const plan = join(reports, id, 'plan.json');
  const said = JSON.parse(await readFile(plan, 'utf8'));
  await writeFile(plan, JSON.stringify({ ...said, runId: id }));
}

/** What a killed listener leaves. */
function deadSocket(path: string): void {
  const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', script]);
}

test.each([
  [['clean', 'nowhere'], /Found no run "nowhere"/],
  [['clean', '../x'], /Found no run/],
  [['clean', '--keep', '0'], /--keep 0/],
])('%j is wrong usage', async (args, message) => {
  const { exitCode, stderr } = await tollgate(await newProject(), args);
  expect([exitCode, stderr]).toEqual([64, expect.stringMatching(message)]);
});

const dayMs = 24 * 3_600_000;
const nowMs = Date.parse('2026-11-22T00:00:00Z');

function runOf(
  id: string,
  days: number,
  kind: 'cleaned' | 'inside' | 'unbegun' | 'going-on' | 'open',
): KeptRun {
  return { id, dir: id, atMs: nowMs - days * dayMs, lease: null, state: { kind } as KeptState };
}

test('never outlives its keep: the latest, one that goes on, one with something left in a target', () => {
  const runs = [
    runOf('going-on', 400, 'going-on'),
    runOf('open', 400, 'open'),
    runOf('latest', 400, 'cleaned'),
    runOf('inside', 200, 'inside'),
    runOf('unbegun', 100, 'unbegun'),
    runOf('old', 91, 'cleaned'),
    runOf('young', 89, 'cleaned'),
    runOf('new', 0, 'cleaned'),
  ];
  const ids = (keep: number, days: number) =>
    outlived(runs, { keep: { runs: keep, days }, latest: 'latest', nowMs }).map(({ id }) => id);
  expect(ids(50, 90)).toEqual(['inside', 'unbegun', 'old']);
  expect(ids(50, 999)).toEqual([]);
  expect(ids(1, 999)).toEqual(['inside', 'unbegun', 'old', 'young']);
});
