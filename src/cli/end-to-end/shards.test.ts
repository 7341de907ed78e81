import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VerdictDocument } from '../../model/deciding/verdict.ts';
import {
  newProject,
  removeProjects,
  runFolder,
  tollgate,
  twoAtATime,
  verdictIn,
} from './test-run.fixture.ts';

/** A few checks of one phase, some of which see the defect. */
const some = ['run', '--phase', 'unit', '--tags', '@short', '--defect', 'tier-bound-exclusive'];

/** What a reader is told, without the times of the machines and what each of them asked as its canary. */
function told({ verdict, exitCode, phases, money, gates, scope }: VerdictDocument) {
  const { narrowed, result } = scope;
  const counts = phases.map(({ durationMs: _, ...phase }) => phase);
  const results = gates.map((gate) => ({ ...gate, observed: gate.id === 'G43-writes' ? '' : gate.observed }));
  return { verdict, exitCode, phases: counts, money, gates: results, narrowed, result };
}

describe('a run in three shards', () => {
  let project = '';
  let whole = '';
  let foreign = '';
  let shards: readonly string[] = [];
  /** As it came from another machine, under a name that says nothing. */
  let third = '';

  beforeAll(async () => {
    project = await newProject();
    const soon = twoAtATime();
    const go = async (...options: string[]) =>
      runFolder(project, await soon(() => tollgate(project, [...some, ...options])));
    const shard = (number: number) => go('--shard', `${number}/3`);
    [whole = '', foreign = '', ...shards] = await Promise.all([
      go(),
      go('--shard', '3/3', '--seed', '2'),
      shard(1),
      shard(2),
      shard(3),
    ]);
    third = join(project, 'from-elsewhere');
    await cp(shards[2] ?? '', third, { recursive: true });
  });
  afterAll(removeProjects);

  const idOf = (number: number) => basename(shards[number - 1] ?? '');

  test('merged, is the run that was not divided: explained, judged and run again like it', async () => {
    const ended = await tollgate(project, ['merge', third, idOf(1), idOf(2)]);
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toMatch(/Merged from 3 shards/);
    const merged = runFolder(project, ended);
    const verdict = await verdictIn(merged);
    expect(told(verdict)).toEqual(told(await verdictIn(whole)));
    expect(verdict.money.length).toBeGreaterThan(0);
    expect((await readdir(join(merged, 'shards'))).sort()).toEqual(shards.map((dir) => basename(dir)).sort());

    const [wrong = ''] = verdict.money[0]?.checks ?? [];
    const explained = await tollgate(project, ['explain', 'latest', wrong]);
    expect(explained.stdout).toMatch(/expected +EUR/);

    const kept = join(project, 'kept');
    for (const name of ['plan.json', 'journal.ndjson', 'evidence', 'shards'])
      await cp(join(merged, name), join(kept, name), { recursive: true });
    expect((await tollgate(project, ['judge', kept])).exitCode).toBe(1);
    expect(await readFile(join(kept, 'verdict.json'))).toEqual(await readFile(join(merged, 'verdict.json')));

    const failed = verdict.phases.reduce((sum, phase) => sum + phase.failed, 0);
    const again = await tollgate(project, ['run', '--failed', basename(merged)]);
    expect(again.exitCode).toBe(0);
    expect(again.stderr).toContain(`${failed} checks planned`);

    const resumed = await tollgate(project, ['run', '--resume', basename(merged)]);
    expect([resumed.exitCode, resumed.stderr]).toEqual([64, expect.stringMatching(/was merged from/)]);
  });

  test.each<readonly [string, () => readonly string[], RegExp]>([
    ['two of three', () => [idOf(1), idOf(2)], /Found 2 of 3 shards .*missing: 3/],
    ['the same twice', () => [idOf(1), idOf(2), idOf(2)], /more than once: 2\/3/],
    ['one of another seed', () => [idOf(1), idOf(2), basename(foreign)], /another seed/],
    ['one that is whole', () => [idOf(1), idOf(2), basename(whole)], /is not a shard/],
    ['one that is not there', () => [idOf(1), idOf(2), 'nowhere'], /Found no plan and journal/],
  ])('%s: exit code 64, and nothing is written', async (_, runs, message) => {
    const before = await readdir(join(project, 'reports'));
    const ended = await tollgate(project, ['merge', ...runs()]);
    expect([ended.exitCode, ended.stderr]).toEqual([64, expect.stringMatching(message)]);
    expect(await readdir(join(project, 'reports'))).toEqual(before);
  });

  test('one that was altered on its way: exit code 65', async () => {
    const altered = join(project, 'altered');
    await cp(shards[2] ?? '', altered, { recursive: true });
    const path = join(altered, 'journal.ndjson');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"kind":"check-finished"', '"kind":"check-Finished"'));
    expect(await readFile(path, 'utf8')).not.toBe(text);
    const ended = await tollgate(project, ['merge', idOf(1), idOf(2), altered]);
    expect([ended.exitCode, ended.stderr]).toEqual([
      65,
      expect.stringMatching(/journal\.ndjson, record \d+/),
    ]);
  });

  test('a retest is not divided: exit code 64', async () => {
    const ended = await tollgate(project, ['run', '--failed', 'latest', '--shard', '1/2']);
    expect([ended.exitCode, ended.stderr]).toEqual([64, expect.stringMatching(/--shard beside --failed/)]);
  });
});
