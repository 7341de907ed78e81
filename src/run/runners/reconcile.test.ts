import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelVariable, stepVariable } from '../../channel/message.ts';
import { type ChannelServer, openChannel } from '../../channel/server.ts';
import type { PlannedCheck } from '../../model/observing/check.ts';
import type { EvidenceRef, ToolRecord } from '../../model/observing/record.ts';
import { startTool } from '../processes/supervise.ts';
import type { Listing, StepExit } from '../runner.ts';
import { reconcile } from './reconcile.ts';

const packageDir = fileURLToPath(new URL('../../../', import.meta.url));
const legacyDir = join(packageDir, 'data', 'legacy');

let dir: string;
let records: ToolRecord[];
let channel: ChannelServer;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tollgate-run-'));
  records = [];
  await mkdir(join(dir, 'work'));
  channel = await openChannel(join(dir, 'channel'), {
    record: async (_step, told) => void records.push(...told),
    keep,
  });
});
afterEach(async () => {
  await channel.close();
  await rm(dir, { recursive: true });
});

async function keep({
  name,
  mediaType,
  bytes,
}: {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}): Promise<EvidenceRef> {
  return { sha256: 'digest', bytes: bytes.byteLength, name, mediaType };
}

/** The whole life of the step, with the real process; `pick` chooses which of the listed checks are run. */
async function compared(
  pick: (listing: Listing) => Listing['checks'],
): Promise<StepExit & { listing: Listing }> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    [channelVariable]: join(dir, 'channel'),
    [stepVariable]: 'compare',
  };
  const session = await reconcile.open({
    phase: 'migration',
    step: 'compare',
    files: [join(legacyDir, 'bills.csv')],
    workDir: join(dir, 'work'),
    phaseDir: dir,
    projectDir: packageDir,
    packageDir,
    runId: 'run-1',
    seed: 3,
    tags: null,
    env,
    deadlineMs: 30_000,
    start: startTool,
    link: () => channel.session('compare'),
    record: async () => undefined,
    keep,
  });
  try {
    const listing = await session.list();
    const planned = pick(listing).map((check): PlannedCheck => ({ ...check, disposition: { kind: 'run' } }));
    return { ...(await session.run(planned)), listing };
  } finally {
    await session.close();
  }
}

async function targetBills(change: (text: string) => string): Promise<void> {
  await writeFile(
    join(dir, 'target-bills.csv'),
    change(await readFile(join(legacyDir, 'bills.csv'), 'utf8')),
  );
}

function finished(status: string): readonly ToolRecord[] {
  return records.filter((record) => record.kind === 'check-finished' && record.status === status);
}

describe('the comparison step', () => {
  test('passes and ends with 0 when both systems billed the same; report and records agree', async () => {
    await targetBills((text) => text);
    await copyFile(join(legacyDir, 'bills-totals.csv'), join(dir, 'target-bills-totals.csv'));
    const { exitCode, report, listing } = await compared(({ checks }) => checks);
    expect(exitCode).toBe(0);
    expect(listing.faults).toEqual([]);
    expect(new Set(listing.checks.map(({ id }) => id)).size).toBe(21);
    expect(report).toMatchObject({ kind: 'read', finished: true, runErrors: [] });
    const passed = finished('passed').map((record) => ('checkId' in record ? record.checkId : ''));
    expect(report.kind === 'read' && report.checks.map(({ id }) => id)).toEqual(passed);
    expect(passed).toHaveLength(21);
  });

  test('fails with 1 and tells the money when a bill is one cent too high', async () => {
    await targetBills((text) =>
      text.replace(
        'L-1001,team-eur/seats,2026-01-01,2026-02-01,EUR,49.75',
        'L-1001,team-eur/seats,2026-01-01,2026-02-01,EUR,49.76',
      ),
    );
    const totals = await readFile(join(legacyDir, 'bills-totals.csv'), 'utf8');
    await writeFile(join(dir, 'target-bills-totals.csv'), totals.replace('3060.61', '3060.62'));
    const { exitCode } = await compared(({ checks }) => checks);
    expect(exitCode).toBe(1);
    expect(finished('failed')).toHaveLength(1);
    expect(records.filter(({ kind }) => kind === 'difference')).toMatchObject([
      {
        difference: {
          customer: 'L-1001',
          currency: 'EUR',
          expected: '59.20',
          actual: '59.21',
          nature: 'charge',
        },
      },
    ]);
    expect(records.filter(({ kind }) => kind === 'evidence')).toMatchObject([
      { evidence: { name: 'differences.csv' } },
    ]);
  });

  test('without an extract its checks are broken and the end is 1; only what was chosen is run', async () => {
    const { exitCode } = await compared(({ checks }) => checks.filter(({ tags }) => tags.length === 0));
    expect(exitCode).toBe(1);
    expect(finished('broken')).toHaveLength(11);
    expect(finished('passed')).toHaveLength(0);
  });
});
