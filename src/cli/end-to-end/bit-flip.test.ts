import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { filesBelow } from '../../journal/folder-files.ts';
import { decideRun } from '../reporting/decided.ts';
import { removeStoredRuns, sealedRun, unsealedRun } from './stored-run.fixture.ts';
import { tollgate } from './test-run.fixture.ts';

afterAll(removeStoredRuns);

interface Flip {
  readonly path: string;
  readonly offset: number;
  readonly bit: number;
}

/** Every file is hit as often as every other one, however small it is. */
async function anyFlip(dir: string): Promise<fc.Arbitrary<Flip>> {
  const files = await filesBelow(dir);
  const sizes = await Promise.all(
    files.map(async ({ path }) => ({ path, size: (await readFile(join(dir, path))).length })),
  );
  const flips = sizes.map(({ path, size }) =>
    fc.record({
      path: fc.constant(path),
      offset: fc.integer({ min: 0, max: size - 1 }),
      bit: fc.integer({ min: 0, max: 7 }),
    }),
  );
  return fc.oneof(...flips);
}

/** Flips one bit, looks, and puts it back. */
async function flipped<Answer>(dir: string, flip: Flip, look: () => Promise<Answer>): Promise<Answer> {
  const path = join(dir, flip.path);
  const bytes = await readFile(path);
  const changed = Buffer.from(bytes);
  changed[flip.offset] = (changed[flip.offset] ?? 0) ^ (1 << flip.bit);
  await writeFile(path, changed);
  try {
    return await look();
  } finally {
    await writeFile(path, bytes);
  }
}

async function lastByte(dir: string, path: string): Promise<Flip> {
  return { path, offset: (await readFile(join(dir, path))).length - 1, bit: 2 };
}

async function refuses(dir: string, flip: Flip): Promise<void> {
  // Evidence is named by its hash alone where no seal says where it stands.
  const name = flip.path.split('/').at(-1) ?? '';
  await flipped(dir, flip, () =>
    expect(decideRun(dir)).rejects.toMatchObject({
      code: 'EVIDENCE_ALTERED',
      message: expect.stringContaining(name),
    }),
  );
}

describe('a bit flipped in a stored run', () => {
  test('is found in each of its files, and the file is named', async () => {
    const dir = await sealedRun();
    await fc.assert(
      fc.asyncProperty(await anyFlip(dir), (flip) => refuses(dir, flip)),
      { numRuns: 200 },
    );
    await refuses(dir, await lastByte(dir, 'journal.ndjson'));
    await refuses(dir, await lastByte(dir, 'seal.json'));
    await expect(decideRun(dir)).resolves.toBeDefined();
  });

  test('is found in plan, journal and evidence without a seal too', async () => {
    const dir = await unsealedRun();
    await fc.assert(
      fc.asyncProperty(await anyFlip(dir), (flip) => refuses(dir, flip)),
      { numRuns: 60 },
    );
    await refuses(dir, await lastByte(dir, 'journal.ndjson'));
  });

  test('is refused by judge, report and explain with exit code 65', async () => {
    const dir = await sealedRun();
    for (const path of ['plan.json', 'report.html', 'target/sandbox.sqlite']) {
      await flipped(dir, { path, offset: 1000, bit: 3 }, async () => {
        for (const command of [
          ['judge', dir],
          ['report', dir],
          ['explain', dir, 'unit-89af8d3a2f'],
        ]) {
          const { exitCode, stderr } = await tollgate('/', command);
          expect([command[0], exitCode]).toEqual([command[0], 65]);
          expect(stderr).toContain(path);
        }
      });
    }
  });
});
