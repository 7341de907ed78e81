import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { k6 as k6Tool } from '../../hosts/k6.ts';
import type { ToolRecord } from '../../model/observing/record.ts';
import { startTool } from '../processes/supervise.ts';
import type { RunnerRequest } from '../runner.ts';
import { k6 } from './k6.ts';

const packageDir = new URL('../../..', import.meta.url).pathname;
const hasK6 = (await k6Tool.find()) !== null;

let url = '';
let status = 200;
let location = '';
const server = createServer((_request, response) =>
  response.writeHead(status, location === '' ? {} : { location }).end('{}'),
);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

async function play(runId: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-k6-'));
  const recipe = { method: 'GET', headers: {}, bodyTemplate: '', okStatus: 200, okBodyIncludes: '' };
  const load = {
    runId,
    seconds: 1,
    rows: [{ invoiceId: 'in_1' }],
    rates: { 'invoice.read': 10 },
    limitsMs: { 'invoice.read': 5_000 },
    recipes: [{ ...recipe, operation: 'invoice.read', url: `${url}/{{invoiceId}}` }],
  };
  writeFileSync(join(folder, 'load.json'), JSON.stringify(load));
  const records: ToolRecord[] = [];
  const request: RunnerRequest = {
    phase: 'performance',
    step: 'load',
    files: [join(packageDir, 'perf', 'rehearsal.ts')],
    workDir: mkdtempSync(join(folder, 'work-')),
    phaseDir: folder,
    projectDir: packageDir,
    packageDir,
    runId: 'r-1',
    seed: 1,
    tags: null,
    env: {},
    deadlineMs: 30_000,
    start: startTool,
    link: () => Promise.reject(new Error('k6 does not speak on the channel')),
    record: async (record) => {
      records.push(record);
    },
    keep: async ({ name, mediaType, bytes }) => ({ sha256: '0', bytes: bytes.length, name, mediaType }),
  };
  const session = await k6.open(request);
  const listing = await session.list();
  const exit = await session.run(
    listing.checks.map((check) => ({ ...check, disposition: { kind: 'run' } as const })),
  );
  await session.close();
  const finished = records.filter((record) => record.kind === 'check-finished');
  return { folder, listing, exit, finished };
}

describe.runIf(hasK6)('k6 itself', () => {
  test('lists the thresholds of the rehearsal, plays the load and leaves exact counts', async () => {
    status = 200;
    const { folder, listing, exit, finished } = await play('r-1');
    expect(listing.faults).toEqual([]);
    expect(listing.checks).toHaveLength(9);
    expect(exit).toMatchObject({ exitCode: 0, report: { kind: 'read', finished: true, runErrors: [] } });
    expect(finished.map((record) => record.status)).toEqual(['passed', 'passed', 'passed']);
    const outcomes = JSON.parse(readFileSync(join(folder, 'load-outcomes.json'), 'utf8'));
    expect(outcomes.operations['invoice.read'].done).toBeGreaterThanOrEqual(10);
  });

  test('ends with 99 exactly when a threshold was missed, and the records say the same', async () => {
    status = 503;
    const { exit, finished } = await play('r-1');
    expect(exit.exitCode).toBe(99);
    expect(new Set(finished.map((record) => record.status))).toEqual(new Set(['failed']));
  });

  test('follows no redirect, and counts it as failed though the place that it names would do', async () => {
    let heard = 0;
    const elsewhere = createServer((_request, response) => {
      heard += 1;
      response.writeHead(200).end('{}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    status = 307;
    location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    const { exit, finished } = await play('r-1');
    location = '';
    elsewhere.close();
    expect(heard).toBe(0);
    expect(exit.exitCode).toBe(99);
    expect(new Set(finished.map((record) => record.status))).toEqual(new Set(['failed']));
  });

  test("another run's load gives no result", async () => {
    status = 200;
    const { exit, finished } = await play('r-2');
    expect(exit.report).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining('r-2') });
    expect(finished).toEqual([]);
  });
});
