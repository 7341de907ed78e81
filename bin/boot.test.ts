import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stampOf } from './install.mjs';

interface Ended {
  readonly exitCode: number;
  readonly stderr: string;
  readonly stdout: string;
}

let clone = '';

beforeEach(() => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), 'tollgate-clone-')));
  cpSync(import.meta.dirname, join(clone, 'bin'), { recursive: true });
  const manifest = { name: 'empty', version: '1.0.0' };
  writeFileSync(join(clone, 'package.json'), JSON.stringify(manifest));
  const lockfile = { ...manifest, lockfileVersion: 3, requires: true, packages: { '': manifest } };
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(lockfile));
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function node(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: clone, env: { ...process.env, ...env } };
    const child = execFile(process.execPath, args, options, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

const boot = () => node([join(clone, 'bin', 'boot.mjs')]);
const stamp = () => readFileSync(join(clone, 'node_modules', '.boot-stamp'), 'utf8');

describe('the first start', () => {
  test('installs, says how much before, and leaves its stamp and our own command', async () => {
    const ended = await boot();
    expect(ended).toMatchObject({ exitCode: 0, stdout: expect.any(String) });
    expect(ended.stderr).toMatch(/^tollgate: installing the packages .* to fetch/);
    expect(stamp()).toBe(stampOf(readFileSync(join(clone, 'package-lock.json'), 'utf8')));
    expect(readFileSync(join(clone, 'node_modules', '.bin', 'tollgate'), 'utf8')).toContain('enter');
  });

  test('two at once: one installs, the other waits for it', async () => {
    const both = await Promise.all([boot(), boot()]);
    expect(both.map((ended) => ended.exitCode)).toEqual([0, 0]);
    expect(both.filter((ended) => ended.stderr.includes('installing the packages that'))).toHaveLength(1);
  });

  test('repairs what a killed one left: its lock, and packages without a stamp', async () => {
    mkdirSync(join(clone, '.cache'));
    writeFileSync(join(clone, '.cache', 'install.lock'), '999999999 1\n999999998 1');
    mkdirSync(join(clone, 'node_modules', 'half'), { recursive: true });
    expect((await boot()).exitCode).toBe(0);
    expect(stamp()).toHaveLength(64);
  });

  test('a failing npm is told with what to do, and leaves neither stamp nor lock', async () => {
    writeFileSync(join(clone, 'package.json'), JSON.stringify({ dependencies: { absent: '1.0.0' } }));
    const ended = await boot();
    expect(ended.exitCode).toBe(70);
    expect(ended.stderr).toContain('start again');
    expect(() => stamp()).toThrow('ENOENT');
    expect(() => readFileSync(join(clone, '.cache', 'install.lock'))).toThrow('ENOENT');
  });
});

test('a later start calls no npm and prints nothing', async () => {
  await boot();
  const ended = await node([join(clone, 'bin', 'boot.mjs')], {
    PATH: '',
    npm_execpath: '',
    npm_node_execpath: '',
  });
  expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: '' });
});

test('a changed lockfile installs again', async () => {
  await boot();
  const lockFile = join(clone, 'package-lock.json');
  writeFileSync(lockFile, `${readFileSync(lockFile, 'utf8')}\n`);
  await boot();
  expect(stamp()).toBe(stampOf(readFileSync(lockFile, 'utf8')));
});

describe('what the child did is what we did', () => {
  const program = (script: string) => `
    import { run } from './bin/boot.mjs';
    process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(script)}]);`;
  const ended = (script: string) => node(['--input-type=module', '-e', program(script)]);

  test('its exit code', async () => expect((await ended('process.exit(3)')).exitCode).toBe(3));
  test('its death by signal', async () =>
    expect((await ended('process.kill(process.pid, "SIGKILL")')).exitCode).toBe(137));
  test('a signal sent to us reaches it', async () => {
    const script = `process.on('SIGTERM', () => process.exit(42)); process.kill(process.ppid, 'SIGTERM'); setTimeout(() => {}, 9e3)`;
    expect((await ended(script)).exitCode).toBe(42);
  });
});
