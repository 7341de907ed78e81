import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { instantFromMs } from '../../model/date.ts';
import { processOf } from '../processes/process-list.ts';
import { lowerTarget, raiseTarget } from './raise.ts';
import { isHeld, readStanding, standingFolder, standingTargets, writeStanding } from './standing-target.ts';

const reportsDir = () => mkdtempSync(join(tmpdir(), 'tollgate-standing-'));
const settings = { version: null, database: null };

test('a system that was started stays, is listed, and is gone when it was taken down', async () => {
  const reports = reportsDir();
  const folder = standingFolder(reports, 'own');
  const order = { name: 'own', host: 'sandbox', settings, folder };
  const url = await raiseTarget(order, new AbortController().signal);
  const [standing, ...others] = await standingTargets(reports);
  expect(others).toEqual([]);
  expect(standing).toMatchObject({ name: 'own', host: 'sandbox', url });
  expect((await fetch(`${url}/v1/describe`)).status).toBe(200);
  if (standing !== undefined) await lowerTarget(standing, folder);
  expect(await standingTargets(reports)).toEqual([]);
  expect(await readStanding(folder)).toBeNull();
  await expect(fetch(`${url}/v1/describe`)).rejects.toThrow();
});

test('one that cannot be started leaves nothing, and says why', async () => {
  const folder = standingFolder(reportsDir(), 'own');
  const order = { name: 'own', host: 'nowhere', settings, folder };
  await expect(raiseTarget(order, new AbortController().signal)).rejects.toMatchObject({
    message: expect.stringContaining('no host is called "nowhere"'),
  });
  expect(await readStanding(folder)).toBeNull();
});

test('a process number that was given to somebody else holds nothing', async () => {
  const folder = standingFolder(reportsDir(), 'own');
  mkdirSync(folder, { recursive: true });
  const startTime = (await processOf(process.pid))?.startTime ?? '';
  const common = { name: 'own', host: 'sandbox', settings, url: 'http://127.0.0.1:1' };
  const startedAt = instantFromMs(0);
  await writeStanding(folder, { ...common, startedAt, keeper: { pid: process.pid, startTime: '1' } });
  const other = await readStanding(folder);
  expect(other !== null && (await isHeld(other))).toBe(false);
  expect(await standingTargets(dirname(dirname(folder)))).toEqual([]);
  await writeStanding(folder, { ...common, startedAt, keeper: { pid: process.pid, startTime } });
  const mine = await readStanding(folder);
  expect(mine !== null && (await isHeld(mine))).toBe(true);
});

test('a lease that is not as it was written ends no process', async () => {
  const folder = standingFolder(reportsDir(), 'own');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'lease.json'), '{"schema":"tollgate/standing/1","keeper":{"pid":1}}');
  await expect(readStanding(folder)).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
});
