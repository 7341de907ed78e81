import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listProcesses } from '../run/processes/process-list.ts';
import { startTool } from '../run/processes/supervise.ts';
import { toolEnvironment } from '../run/processes/tool-environment.ts';
import type { HostedTarget } from './host.ts';
import { makerOf } from './host-folder.ts';
import { killbillHost } from './killbill.ts';

/** Two at once, one on each database: starting takes half a minute on a machine with nothing else to do. */
const startWithinMs = 15 * 60_000;
const folder = mkdtempSync(join(tmpdir(), 'tollgate-system-'));
const databases = ['postgres', 'memory'] as const;
type Database = (typeof databases)[number];
const running: Partial<Record<Database, HostedTarget>> = {};

function start(database: Database): Promise<HostedTarget> {
  return killbillHost.start({
    dataDir: join(folder, database),
    start: startTool,
    env: toolEnvironment(process.env, {}),
    defect: null,
    settings: { version: null, database },
  });
}

beforeAll(async () => {
  // Each is noted when it runs, so that it is stopped although the other did not come up.
  const started = await Promise.allSettled(
    databases.map(async (database) => {
      running[database] = await start(database);
    }),
  );
  for (const one of started) if (one.status === 'rejected') throw one.reason;
}, startWithinMs);

afterAll(async () => {
  await Promise.all(Object.values(running).map((one) => one.stop()));
  rmSync(folder, { recursive: true, force: true });
}, startWithinMs);

/** Everything that was started for us stands below a temporary folder that carries our process number. */
async function ours() {
  return (await listProcesses()).filter(({ command }) => command.includes(`tollgate-host-${process.pid}-`));
}

/** Local addresses on which this process listens, as hexadecimal of /proc/net. */
function listeningOn(pid: number): readonly string[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const link = linkOf(`/proc/${pid}/fd/${fd}`);
      return link?.startsWith('socket:[') ? [link.slice(8, -1)] : [];
    }),
  );
  const lines = ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').split('\n'),
  );
  return lines.flatMap((line) => {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
    return state === '0A' && sockets.has(inode) ? [local.split(':')[0] ?? ''] : [];
  });
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

test('both do real work, each for itself', async () => {
  const { postgres, memory } = running;
  expect(postgres?.url).not.toBe(memory?.url);
  for (const one of [postgres, memory]) {
    const answer = await fetch(`${one?.url}/1.0/kb/test/clock`, {
      headers: { Authorization: `Basic ${Buffer.from('admin:password').toString('base64')}` },
    });
    // The clock wants to know the tenant: what matters is that it is there to be asked.
    expect([200, 401]).toContain(answer.status);
  }
});

test('whatever was started listens on loopback only', async () => {
  const servers = (await ours()).filter(({ command }) => !command.includes('leash'));
  const addresses = servers.flatMap(({ pid }) => listeningOn(pid));
  expect(addresses.length).toBeGreaterThanOrEqual(5);
  const loopback = ['0100007F', '0000000000000000FFFF00000100007F', '00000000000000000000000001000000'];
  expect(addresses.filter((address) => !loopback.includes(address))).toEqual([]);
});

test(
  'once stopped nothing is left of them but log and database',
  async () => {
    await Promise.all(Object.values(running).map((one) => one.stop()));
    expect((await ours()).map(({ command }) => command)).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => makerOf(name) === process.pid)).toEqual([]);
    expect(existsSync(join(folder, 'postgres', 'database.sql.gz'))).toBe(true);
    expect(readFileSync(join(folder, 'memory', 'server.log'), 'utf8').length).toBeGreaterThan(1_000);
  },
  startWithinMs,
);
