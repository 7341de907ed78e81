import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRun, linkLatest, readPlan, readRun } from './run-folder.ts';

let reports = '';
beforeAll(async () => {
  reports = join(await mkdtemp(join(tmpdir(), 'runs-')), 'reports');
  await mkdir(join(reports, '20261122-060102-3f2a9c'), { recursive: true });
  await symlink('/etc', join(reports, 'elsewhere'));
});
afterAll(() => rm(dirname(reports), { recursive: true }));

describe('the name of a run', () => {
  test('is that of a folder in the reports folder, or the latest, or a path', async () => {
    await linkLatest(reports, '20261122-060102-3f2a9c');
    expect(await findRun(reports, '20261122-060102-3f2a9c')).toBe(join(reports, '20261122-060102-3f2a9c'));
    expect(await findRun(reports, 'latest')).toBe(join(reports, '20261122-060102-3f2a9c'));
    expect(await findRun(reports, './copy')).toBe('./copy');
  });

  test.each([
    '..',
    '.',
    '',
    'C:\\x',
    '..\\x',
    'a.',
    'a ',
    '%2e%2e',
    'a\0b',
    'a::$DATA',
    'x'.repeat(300),
    '\u202ex',
    'elsewhere',
  ])('%j is refused', async (name) => {
    await expect(findRun(reports, name)).rejects.toMatchObject({ code: 'USAGE' });
  });

  test('the latest is pointed elsewhere whatever a killed run left, and what is no link is not written over', async () => {
    const other = await mkdtemp(join(dirname(reports), 'other-'));
    await symlink('old', join(other, `.latest-${process.pid}`));
    for (const id of ['one', 'two']) await linkLatest(other, id);
    expect(await findRun(other, 'latest')).toBe(join(other, 'two'));
    const copied = await mkdtemp(join(dirname(reports), 'copied-'));
    await mkdir(join(copied, 'latest'));
    await expect(linkLatest(copied, 'one')).rejects.toMatchObject({ code: 'BAD_CONFIGURATION' });
    expect(await readdir(copied)).toEqual(['latest']);
  });

  test('the latest that leads out is refused', async () => {
    const other = await mkdtemp(join(dirname(reports), 'other-'));
    await symlink('..', join(other, 'latest'));
    await expect(findRun(other, 'latest')).rejects.toMatchObject({ code: 'USAGE' });
  });
});

test.each([
  ['a pipe for the plan', 'plan.json', (path: string) => execFileSync('mkfifo', [path])],
  ['a device for the journal', 'journal.ndjson', (path: string) => symlink('/dev/zero', path)],
  ['a pipe among the evidence', 'evidence/ab/abc', (path: string) => execFileSync('mkfifo', [path])],
  ['a pipe for the copy of a shard', 'shards/plan.json', (path: string) => execFileSync('mkfifo', [path])],
  ['a pipe for the lease', 'lease.json', (path: string) => execFileSync('mkfifo', [path])],
])('%s is refused by its name, and nobody waits', async (_what, name, put) => {
  const runDir = await mkdtemp(join(dirname(reports), 'run-'));
  for (const folder of ['evidence/ab', 'shards']) await mkdir(join(runDir, folder), { recursive: true });
  for (const file of ['plan.json', 'journal.ndjson'])
    if (file !== name) await writeFile(join(runDir, file), '{}');
  await put(join(runDir, name));
  await expect(readRun(runDir)).rejects.toMatchObject({
    code: 'EVIDENCE_ALTERED',
    message: expect.stringContaining(name),
  });
});

describe('a plan that no run would have written is altered evidence', () => {
  test.each([
    ['half of one', (path: string) => writeFile(path, '{"checks": [')],
    ['something else', (path: string) => writeFile(path, 'null')],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a link to nowhere', (path: string) => symlink('nowhere', path)],
  ])('%s', async (_what, put) => {
    const runDir = await mkdtemp(join(dirname(reports), 'run-'));
    await put(join(runDir, 'plan.json'));
    await expect(readPlan(runDir)).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
  });

  test('where there is none, there is none', async () => {
    expect(await readPlan(dirname(reports))).toBeNull();
  });
});
