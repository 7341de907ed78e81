import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalPath } from '../../journal/run-folder.ts';
import { newRunId } from '../running/run-id.ts';
import { isRunFolder, keptRun, keptRuns } from './kept-run.ts';
import { halfDone, outlived } from './retention.ts';

const golden = fileURLToPath(new URL('../../decide/golden/schema-1', import.meta.url));
const runId = '20261122-082914-a08166';
const keepNothing = { keep: { runs: 1, days: 1 }, latest: null, nowMs: Date.parse('2030-01-01T00:00:00Z') };

let reports: string;
beforeAll(async () => {
  reports = await mkdtemp(join(tmpdir(), 'kept-run-'));
});
afterAll(() => rm(reports, { recursive: true }));

const long = new Date('2026-01-01T00:00:00Z');

/** The golden run under a name, as it was, or cut before its clean-up. */
async function stored(name: string, ended: 'whole' | 'cut'): Promise<void> {
  const dir = join(reports, name);
  await cp(golden, dir, { recursive: true });
  const journal = journalPath(dir);
  const lines = (await readFile(journal, 'utf8')).split('\n');
  const beforeCleanUp = lines.slice(
    0,
    lines.findIndex((line) => line.includes('"kind":"cleanup"')),
  );
  if (ended === 'cut') await writeFile(journal, `${beforeCleanUp.join('\n')}\n`);
  await utimes(journal, long, long);
}

test('a copy of a run is not cleaned up as that run, nor removed', async () => {
  await stored(runId, 'cut');
  await stored(`${runId}-backup`, 'cut');
  await stored('whole-backup', 'whole');
  const runs = await keptRuns(reports);
  const states = new Map(runs.map(({ id, state }) => [id, state]));
  expect(states.get(runId)).toMatchObject({ kind: 'open', plan: { runId } });
  expect(states.get(`${runId}-backup`)).toEqual({ kind: 'copy', of: runId, left: 'unknown' });
  expect(states.get('whole-backup')).toEqual({ kind: 'copy', of: runId, left: 'nothing' });
  expect(outlived(runs, keepNothing)).toEqual([]);
});

test('a folder that no run made is not removed, whatever it holds', async () => {
  const [ours, another] = [newRunId(), 'for-auditor'];
  for (const name of [ours, another]) {
    await mkdir(join(reports, name, 'evidence'), { recursive: true });
    await writeFile(join(reports, name, 'evidence', 'sign-off.pdf'), 'signed');
    await utimes(join(reports, name), long, long);
  }
  const runs = await keptRuns(reports);
  expect(runs.map(({ id }) => id)).not.toContain(another);
  expect(await isRunFolder(reports, another)).toBe(false);
  expect((await keptRun(reports, ours)).state.kind).toBe('unbegun');
  expect(outlived(runs, keepNothing).map(({ id }) => id)).toEqual([ours]);
});

test('what a cut removal or merge left is removed, and a merge that goes on is not', async () => {
  const [going, left, removed] = ['.merging-going', '.merging-left', '.removed-x'].map((name) =>
    join(reports, name),
  ) as [string, string, string];
  for (const dir of [going, left, removed]) await mkdir(join(dir, 'evidence'), { recursive: true });
  for (const dir of [join(left, 'evidence'), left, going]) await utimes(dir, long, long);
  expect((await halfDone(reports, Date.now())).toSorted()).toEqual([left, removed]);
});
