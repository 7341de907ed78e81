import { existsSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sealFile } from '../../journal/seal.ts';
import { liftSeal, removeDecided } from '../../journal/unseal.ts';
import { verifySeal } from '../../journal/verify-seal.ts';
import { removeStoredRuns, sealedRun, unsealedRun } from '../end-to-end/stored-run.fixture.ts';
import { decidedBefore } from './decided-before.ts';

afterAll(removeStoredRuns);

/** A sealed run that is taken up, as far as its seal. */
async function takenUp() {
  const dir = await sealedRun();
  const sealAgain = await decidedBefore(dir);
  await liftSeal(dir);
  return { dir, sealAgain };
}

test('a refused run is sealed again with the verdict it had, whoever held it and whatever its target kept', async () => {
  const { dir, sealAgain } = await takenUp();
  const verdict = await readFile(join(dir, 'verdict.json'), 'utf8');
  await writeFile(join(dir, 'lease.json'), 'another');
  await appendFile(join(dir, 'target', 'sandbox.sqlite'), 'another page');
  await sealAgain();
  expect(await verifySeal(dir)).not.toBeNull();
  expect(await readFile(join(dir, 'verdict.json'), 'utf8')).toBe(verdict);
});

test('one that loses its verdict before the first record is decided again', async () => {
  const { dir, sealAgain } = await takenUp();
  const verdict = await readFile(join(dir, 'verdict.json'), 'utf8');
  await removeDecided(dir);
  await sealAgain();
  expect(await verifySeal(dir)).not.toBeNull();
  expect(await readFile(join(dir, 'verdict.json'), 'utf8')).toBe(verdict);
});

test('what was changed meanwhile is not sealed', async () => {
  const { dir, sealAgain } = await takenUp();
  await appendFile(join(dir, 'verdict.json'), ' ');
  await expect(sealAgain()).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
  expect(existsSync(join(dir, sealFile))).toBe(false);
});

test('a run that went on is not sealed, nor one that never was', async () => {
  const { dir, sealAgain } = await takenUp();
  await appendFile(join(dir, 'journal.ndjson'), 'a record');
  await sealAgain();
  expect(existsSync(join(dir, sealFile))).toBe(false);
  const open = await unsealedRun();
  await (await decidedBefore(open))();
  expect(existsSync(join(open, sealFile))).toBe(false);
});
