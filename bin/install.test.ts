import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isInstalledByHand, stampOf } from './install.mjs';

const lockfile = {
  packages: {
    '': {},
    'tools/part': {},
    'node_modules/part': { link: true },
    'node_modules/one': { version: '1.0.0' },
    'node_modules/elsewhere': { version: '2.0.0', optional: true },
  },
};

function clone(installed: Record<string, { version: string }>): string {
  const root = mkdtempSync(join(tmpdir(), 'tollgate-hand-'));
  for (const path of Object.keys(installed)) {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'package.json'), '{}');
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  return root;
}

test('packages that fit the lockfile need no second install', () => {
  expect(isInstalledByHand(clone({ 'node_modules/one': { version: '1.0.0' } }), lockfile)).toBe(true);
});

test('another version, a missing package and an empty folder do', () => {
  expect(isInstalledByHand(clone({ 'node_modules/one': { version: '0.9.0' } }), lockfile)).toBe(false);
  expect(isInstalledByHand(clone({}), lockfile)).toBe(false);
  expect(isInstalledByHand(mkdtempSync(join(tmpdir(), 'tollgate-hand-')), lockfile)).toBe(false);
});

test('the runtime of this machine is optional by name only', () => {
  const runtime = `node_modules/node-${process.platform}-${process.arch}`;
  const wanted = { packages: { [runtime]: { version: '24.21.0', optional: true } } };
  expect(isInstalledByHand(clone({}), wanted)).toBe(false);
  expect(isInstalledByHand(clone({ [runtime]: { version: '24.21.0' } }), wanted)).toBe(true);
});

test('the stamp changes with the lockfile', () => {
  expect(stampOf('{}')).not.toBe(stampOf('{} '));
});
