import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ToolRecord } from '../../../model/observing/record.ts';
import { startTool } from '../../processes/supervise.ts';
import type { RunnerRequest } from '../../runner.ts';
import { k6 } from '../k6.ts';

const packageDir = new URL('../../../..', import.meta.url).pathname.replace(/\/$/, '');

/** For tests only: a server that answers every request in one way, until it is told another. */
export async function answeringServer() {
  const answer: { status: number; location: string | null } = { status: 200, location: null };
  let heard = 0;
  const server = createServer((_request, response) => {
    heard += 1;
    const { status, location } = answer;
    response.writeHead(status, location === null ? {} : { location }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer,
    heard: () => heard,
    close: () => server.close(),
  };
}

export interface PlayedLoad {
  readonly url: string;
  readonly perSecond: number;
  /** The profile of the project, as text; without one the shipped rehearsal is played. */
  readonly profile?: string;
  /** Of the run that the load was made for. */
  readonly runId?: string;
}

/** For tests only: lists what a load profile checks, and plays it for a second, in run r-1. */
export async function playLoad({ url, perSecond, profile, runId = 'r-1' }: PlayedLoad) {
  const project = mkdtempSync(join(tmpdir(), 'tollgate-k6-'));
  const phaseDir = mkdtempSync(join(project, 'phase-'));
  const ownFile = join(project, 'own.ts');
  if (profile !== undefined) writeFileSync(ownFile, profile);
  writeFileSync(join(phaseDir, 'load.json'), JSON.stringify(loadOf({ url, perSecond, runId })));
  const records: ToolRecord[] = [];
  const request: RunnerRequest = {
    phase: 'performance',
    step: 'load',
    files: [profile === undefined ? join(packageDir, 'perf', 'rehearsal.ts') : ownFile],
    workDir: mkdtempSync(join(project, 'work-')),
    phaseDir,
    projectDir: profile === undefined ? packageDir : project,
    packageDir,
    runId: 'r-1',
    seed: 1,
    tags: null,
    env: { TARGET: url },
    deadlineMs: 60_000,
    start: startTool,
    link: () => Promise.reject(new Error('k6 does not speak on the channel')),
    record: async (record) => {
      records.push(record);
    },
    keep: async ({ name, mediaType, bytes }) => ({ sha256: '0', bytes: bytes.length, name, mediaType }),
  };
  const session = await k6.open(request);
  const listing = await session.list();
  const planned = listing.checks.map((check) => ({ ...check, disposition: { kind: 'run' } as const }));
  const exit = planned.length === 0 ? null : await session.run(planned);
  await session.close();
  const finished = records.filter((record) => record.kind === 'check-finished');
  return { phaseDir, listing, exit, finished };
}

function loadOf({
  url,
  perSecond,
  runId,
}: {
  readonly url: string;
  readonly perSecond: number;
  readonly runId: string;
}) {
  const recipe = { method: 'GET', headers: {}, bodyTemplate: '', okStatus: 200, okBodyIncludes: '' };
  return {
    runId,
    seconds: 1,
    rows: [{ invoiceId: 'in_1' }],
    rates: { 'invoice.read': perSecond },
    limitsMs: { 'invoice.read': 5_000 },
    recipes: [{ ...recipe, operation: 'invoice.read', url: `${url}/{{invoiceId}}` }],
  };
}
