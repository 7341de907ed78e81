import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeInstallTurn } from './install-turn.ts';

const lockFile = () => join(mkdtempSync(join(tmpdir(), 'tollgate-turn-')), 'deeper', 'tool.lock');
const log = () => undefined;

test('the lock is given back, also when the work fails', async () => {
  const file = lockFile();
  let wasHeld = false;
  const work = async () => {
    wasHeld = existsSync(file);
    throw new Error('no network');
  };
  await expect(takeInstallTurn({ lockFile: file, log, work })).rejects.toThrow('no network');
  expect(wasHeld).toBe(true);
  expect(existsSync(file)).toBe(false);
});

test('a lock whose owner is dead blocks nobody', async () => {
  const file = lockFile();
  await takeInstallTurn({ lockFile: file, log, work: async () => undefined });
  writeFileSync(file, '999999999');
  let done = false;
  await takeInstallTurn({
    lockFile: file,
    log,
    work: async () => {
      done = true;
    },
  });
  expect(done).toBe(true);
});

test('a living owner is waited for, and named once', async () => {
  const file = lockFile();
  await takeInstallTurn({ lockFile: file, log, work: async () => undefined });
  writeFileSync(file, String(process.ppid));
  const lines: string[] = [];
  const turn = takeInstallTurn({
    lockFile: file,
    log: (line) => lines.push(line),
    work: async () => undefined,
  });
  await pause(600);
  expect(lines).toEqual([`process ${process.ppid} is installing the same; waiting for it.`]);
  writeFileSync(file, '999999999');
  await turn;
});
