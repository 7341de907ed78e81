import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sealRun, writeSeal } from './seal.ts';
import { unsealRun, verifySeal } from './verify-seal.ts';

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

test.each(['sealed', 'never sealed'])(
  'a run that was %s and goes on keeps nothing that was decided',
  async (how) => {
    const dir = await folderWith([...kept, ...decided]);
    if (how === 'sealed') await sealRun(dir, identity);
    await unsealRun(dir);
    expect(await filesIn(dir)).toEqual([...kept].sort());
    await rm(dir, { recursive: true });
  },
);

test('one that was cut while that was removed is not altered', async () => {
  const dir = await folderWith([...kept, ...decided]);
  const seal = await sealRun(dir, identity);
  const files = seal.files.filter(({ path }) => !decided.includes(path));
  await writeSeal(dir, { ...seal, files, adding: decided });
  await rm(join(dir, 'verdict.json'));
  expect(await verifySeal(dir)).not.toBeNull();
  await unsealRun(dir);
  expect(await filesIn(dir)).toEqual([...kept].sort());
  await rm(dir, { recursive: true });
});
