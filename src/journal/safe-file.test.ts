import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sha256, writeFileSafely } from './safe-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'safe-file-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** FIPS 180-2, appendix B.1. */
const digestOfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('parts are the same file, with the same digest, as the whole', async () => {
  const parts = ['a', new Uint8Array([0x62]), 'c'];
  const path = join(dir, 'new', 'file');
  await writeFileSafely(path, parts);
  expect(readFileSync(path, 'utf8')).toBe('abc');
  expect([sha256('abc'), sha256(parts)]).toEqual([digestOfAbc, digestOfAbc]);
});

test('what fails half way leaves the file as it was, and nothing beside it', async () => {
  const path = join(dir, 'kept', 'file');
  await writeFileSafely(path, 'before');
  function* broken() {
    yield 'half of it';
    throw new Error('a format that fails');
  }
  await expect(writeFileSafely(path, broken())).rejects.toThrow('a format that fails');
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(readdirSync(join(dir, 'kept'))).toEqual(['file']);
});
