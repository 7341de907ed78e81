import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeClockLease } from './clock-lease.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clock-lease-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const server = 'http://127.0.0.1:8280';

test('a second run is refused by name while the first holds the clock, and takes it after', async () => {
  const first = await takeClockLease(server, 'run-1', folder);
  await expect(takeClockLease(`${server}/`, 'run-2', folder)).rejects.toMatchObject({
    code: 'TARGET_BUSY',
    message: expect.stringContaining('run-1'),
  });
  await first.release();
  const second = await takeClockLease(server, 'run-2', folder);
  await second.release();
});

test('another server has another clock', async () => {
  const one = await takeClockLease(server, 'run-1', folder);
  const other = await takeClockLease('http://127.0.0.1:8290', 'run-2', folder);
  expect(await readdir(folder)).toHaveLength(2);
  await Promise.all([one.release(), other.release()]);
  expect(await readdir(folder)).toEqual([]);
});

test('what a run that died has left is taken over', async () => {
  const lease = await takeClockLease(server, 'run-1', folder);
  const [file = ''] = await readdir(folder);
  await writeFile(
    join(folder, file),
    JSON.stringify({ runId: 'run-0', pid: process.pid, startTime: 'long ago' }),
  );
  await takeClockLease(server, 'run-2', folder);
  expect(await readFile(join(folder, file), 'utf8')).toContain('run-2');
  await lease.release();
});
