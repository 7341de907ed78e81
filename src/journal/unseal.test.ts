import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sealRun } from './seal.ts';
import { liftSeal, removeDecided } from './unseal.ts';

const identity = { runId: 'r', planDigest: 'd', journalHead: 'h' };
const decided = [
  'verdict.json',
  'verdict.lenient-0a1b2c3d.json',
  'verdict.as-of-2026-12-01T000000Z.v0.1.0.json',
  'report.lenient-0a1b2c3d/report.html',
  'report.v0.2.0-0a1b2c3d/junit.xml',
];
const kept = ['plan.json', 'journal.ndjson', 'report.html', 'report.mine/notes.txt', 'verdict.mine.json'];

async function folderWith(paths: readonly string[]): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'unseal-'));
  for (const path of paths) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), path);
  }
  return dir;
}

async function filesIn(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((one) => !one.isDirectory())
    .map((one) => join(one.parentPath, one.name).slice(dir.length + 1))
    .sort();
}

test('a run that is taken up loses its seal and nothing else', async () => {
  const dir = await folderWith([...kept, ...decided]);
  await sealRun(dir, identity);
  await liftSeal(dir);
  expect(await filesIn(dir)).toEqual([...kept, ...decided].sort());
  await liftSeal(dir);
  expect(await filesIn(dir)).toEqual([...kept, ...decided].sort());
  await rm(dir, { recursive: true });
});

test('one that is altered keeps its seal', async () => {
  const dir = await folderWith([...kept, ...decided]);
  await sealRun(dir, identity);
  await appendFile(join(dir, 'verdict.lenient-0a1b2c3d.json'), ' ');
  await expect(liftSeal(dir)).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
  expect(await filesIn(dir)).toContain('seal.json');
  await rm(dir, { recursive: true });
});

test('nothing that was decided is left where records begin, also what a cut removal left', async () => {
  const dir = await folderWith([...kept, ...decided.slice(1)]);
  await removeDecided(dir);
  expect(await filesIn(dir)).toEqual([...kept].sort());
  await rm(dir, { recursive: true });
});
