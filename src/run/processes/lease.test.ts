import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { channelVariable } from '../../channel/message.ts';
import { type Lease, leasePath, readLease, takeLease } from './lease.ts';
import { newLeashMark } from './leash-mark.ts';
import { processOf } from './process-list.ts';
import { holderOf, reapLease } from './reap-lease.ts';

const started: ChildProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tollgate-'));
  folders.push(path);
  return path;
}

async function newLease() {
  const [runDir, tempDir] = [await folder(), await folder()];
  const channelPath = join(tempDir, 'channel');
  const keeper = await takeLease({ runDir, stillThere: () => undefined, runId: 'r1', tempDir, channelPath });
  return { runDir, tempDir, channelPath, keeper };
}

/** A process in a group of its own; `ready` is printed once it is what it will be. */
async function sleeper(env: Record<string, string> = {}): Promise<number> {
  const child = spawn('/bin/sh', ['-c', 'echo ready; exec sleep 600'], {
    detached: true,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(child);
  await once(child.stdout, 'data');
  return child.pid ?? -1;
}

async function leaseWith(runDir: string, fits: (lease: Lease) => boolean): Promise<Lease> {
  for (let tries = 0; tries < 200; tries += 1) {
    const lease = await readLease(runDir, 'r1');
    if (lease !== null && fits(lease)) return lease;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the lease never became that');
}

/** As it would stand there had its holder been killed. */
function abandoned(lease: Lease): Lease {
  return { ...lease, holder: { ...lease.holder, startTime: 'another' } };
}

describe('the lease of a run', () => {
  test('names who holds it and what he started, until he lets go', async () => {
    const { runDir, keeper } = await newLease();
    const tool = { pid: await sleeper(), mark: newLeashMark(), what: 'step unit/suites' };
    keeper.began(tool);
    const lease = await leaseWith(runDir, ({ tools }) => tools.length === 1);
    expect(lease.holder.pid).toBe(process.pid);
    expect(lease.tools[0]).toMatchObject({ pid: tool.pid, what: 'step unit/suites' });
    expect(await holderOf(lease)).toBe('alive');
    keeper.ended(tool);
    await keeper.release();
    const released = await readLease(runDir, 'r1');
    expect(released).toMatchObject({ state: 'released', tools: [] });
    expect(await holderOf(released as Lease)).toBe('dead');
  });

  test('may be held by the first process of a container', async () => {
    const { runDir } = await newLease();
    const lease = (await readLease(runDir, 'r1')) as Lease;
    const first = { ...lease, holder: { ...lease.holder, pid: 1 } };
    const digest = createHash('sha256').update(JSON.stringify(first)).digest('hex');
    await writeFile(leasePath(runDir), `${JSON.stringify({ digest, lease: first }, null, 1)}\n`);
    expect((await readLease(runDir, 'r1'))?.holder.pid).toBe(1);
  });

  test.each([
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a folder', (path: string) => mkdir(path)],
    ['a link to nowhere', (path: string) => symlink('nowhere', path)],
  ])('that is %s is altered evidence, and nobody waits', async (_what, put) => {
    const runDir = await folder();
    await put(leasePath(runDir));
    await expect(readLease(runDir, 'r1')).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
  });

  test('is not reaped while it is held, nor from another machine', async () => {
    const { runDir, tempDir } = await newLease();
    const lease = (await readLease(runDir, 'r1')) as Lease;
    await expect(reapLease(lease)).rejects.toMatchObject({ code: 'USAGE', message: /still goes on/ });
    const elsewhere = { ...abandoned(lease), machine: { ...lease.machine, host: 'build-7' } };
    await expect(reapLease(elsewhere)).rejects.toMatchObject({ code: 'USAGE', message: /build-7/ });
    expect(existsSync(tempDir)).toBe(true);
  });

  test.runIf(process.platform === 'linux')(
    'ends what a dead holder left: listed groups and all that carry its channel, and nothing else',
    async () => {
      const { runDir, tempDir, channelPath, keeper } = await newLease();
      const listed = await sleeper();
      const stray = await sleeper({ [channelVariable]: channelPath });
      const foreign = await sleeper({ [channelVariable]: `${channelPath}-of-another-run` });
      const reused = await sleeper();
      keeper.began({ pid: listed, mark: newLeashMark(), what: 'a' });
      keeper.began({ pid: reused, mark: newLeashMark(), what: 'b' });
      const lease = await leaseWith(runDir, ({ tools }) => tools.length === 2);
      const tools = lease.tools.map((tool) => (tool.pid === reused ? { ...tool, startTime: '1' } : tool));
      const ended = await reapLease(abandoned({ ...lease, tools }));
      expect(ended.toSorted()).toEqual([`${listed} sleep 600`, `${stray} sleep 600`].toSorted());
      expect(await processOf(listed)).toBeNull();
      expect(await processOf(stray)).toBeNull();
      expect(await processOf(foreign)).not.toBeNull();
      expect(await processOf(reused)).not.toBeNull();
      expect(existsSync(tempDir)).toBe(false);
    },
  );

  test('of before the machine was started anew names nothing that lives now', async () => {
    const { runDir, keeper } = await newLease();
    const other = await sleeper();
    keeper.began({ pid: other, mark: newLeashMark(), what: 'a' });
    const lease = await leaseWith(runDir, ({ tools }) => tools.length === 1);
    const before = { ...abandoned(lease), machine: { ...lease.machine, boot: 'before' } };
    expect(await holderOf(before)).toBe('dead');
    expect(await reapLease(before)).toEqual([]);
    expect(await processOf(other)).not.toBeNull();
  });

  test('of another run is altered evidence, before anybody asks who holds it', async () => {
    const { runDir } = await newLease();
    await expect(readLease(runDir, 'r2')).rejects.toMatchObject({
      code: 'EVIDENCE_ALTERED',
      message: expect.stringMatching(/is the one of run r1; expected that of run r2/),
    });
    expect((await readLease(runDir, null))?.runId).toBe('r1');
  });

  test('with any bit flipped is altered evidence; without one there is nothing to reap', async () => {
    const { runDir } = await newLease();
    const bytes = await readFile(leasePath(runDir));
    for (let place = 0; place < bytes.length; place += 7) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      await writeFile(leasePath(runDir), flipped);
      await expect(readLease(runDir, 'r1')).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
    }
    await rm(leasePath(runDir));
    expect(await readLease(runDir, 'r1')).toBeNull();
  });
});
