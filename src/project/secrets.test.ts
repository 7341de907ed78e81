import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSecrets } from './secrets.ts';

const dir = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(dir, { recursive: true }));

function read(content: string): string | undefined {
  writeFileSync(join(dir, 'key'), content);
  const places = { projectDir: dir, fieldPlace: (path: readonly string[]) => path.join('.'), env: {} };
  return readSecrets({ key: { file: 'key' } }, places)[0]?.value;
}

test('a secret is what its file holds without a byte order mark and the white space around it', () => {
  for (const content of ['S3cretValue!', 'S3cretValue!\n\n', '\uFEFFS3cretValue!\r\n', ' S3cretValue! \n'])
    expect(read(content)).toBe('S3cretValue!');
  expect(read('two words\nand lines\n')).toBe('two words\nand lines');
});

test('a file of white space, or of too little beside it, holds none', () => {
  expect(() => read('  \n\n        ')).toThrow('found an empty secret');
  expect(() => read('short   \n\n')).toThrow('found a secret of 5 characters');
});
