import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingStubs, withStubs } from '../tools/lockfile-stubs.mjs';

test('our lockfile lets npm ci work: every optional build has an entry (else: node tools/lockfile-stubs.mjs)', () => {
  const lockfile = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  expect(Object.keys(missingStubs(lockfile))).toEqual([]);
});

test('our lockfile names no registry host', () => {
  const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
  expect(text).not.toMatch(/"resolved": "https?:/);
});

const names = ['@a/b-linux-x64', '@a/b-linux-x64-musl', '@a/b-win32-arm64-msvc', '@a/b-linux-arm-gnueabihf'];
const parent = {
  version: '2.0.0',
  dev: true,
  optionalDependencies: Object.fromEntries(names.map((n) => [n, '2.0.0'])),
};

test('a stub says the platform, and nothing that is locked already is touched', () => {
  const locked = { version: '2.0.0', integrity: 'sha512-x', os: ['linux'], cpu: ['x64'], optional: true };
  const lockfile = { packages: { 'node_modules/a': parent, 'node_modules/@a/b-linux-x64': locked } };
  const { packages } = withStubs(lockfile);
  expect(packages['node_modules/@a/b-linux-x64']).toBe(locked);
  const common = { version: '2.0.0', dev: true, optional: true };
  expect(missingStubs(lockfile)).toEqual({
    'node_modules/@a/b-linux-x64-musl': { ...common, cpu: ['x64'], libc: ['musl'], os: ['linux'] },
    'node_modules/@a/b-win32-arm64-msvc': { ...common, cpu: ['arm64'], os: ['win32'] },
    'node_modules/@a/b-linux-arm-gnueabihf': { ...common, cpu: ['arm'], libc: ['glibc'], os: ['linux'] },
  });
  expect(missingStubs({ packages })).toEqual({});
});

test('a package below another counts where Node would find it', () => {
  const lockfile = {
    packages: {
      'node_modules/a': { optionalDependencies: { 'x-linux-x64': '1.0.0' } },
      'node_modules/a/node_modules/x-linux-x64': { version: '1.0.0' },
    },
  };
  expect(missingStubs(lockfile)).toEqual({});
});

test('what cannot be told from the name is refused', () => {
  const of = (name: string, version: string) => ({
    packages: { 'node_modules/a': { optionalDependencies: { [name]: version } } },
  });
  expect(() => missingStubs(of('fsevents', '2.3.3'))).toThrow('expected a platform');
  expect(() => missingStubs(of('x-linux-x64', '^1.0.0'))).toThrow('exact version');
});
