import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { k6 as k6Tool } from '../../../hosts/k6.ts';
import type { ToolRecord } from '../../../model/observing/record.ts';
import { startTool } from '../../processes/supervise.ts';
import type { RunnerRequest } from '../../runner.ts';
import { k6 } from '../k6.ts';

const packageDir = new URL('../../../..', import.meta.url).pathname.replace(/\/$/, '');
const hasK6 = (await k6Tool.find()) !== null;

let url = '';
const server = createServer((_request, response) => response.writeHead(200).end('{}'));
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

/** A project's own profile, played against a server that answers everything with 200. */
async function play(profile: string) {
  const project = mkdtempSync(join(tmpdir(), 'own-profile-'));
  const phaseDir = mkdtempSync(join(project, 'phase-'));
  const profileFile = join(project, 'own.ts');
  writeFileSync(profileFile, profile);
  const recipe = { method: 'GET', headers: {}, bodyTemplate: '', okStatus: 200, okBodyIncludes: '' };
  const load = {
    runId: 'r-1',
    seconds: 1,
    rows: [{ invoiceId: 'in_1' }],
    rates: { 'invoice.read': 5 },
    limitsMs: { 'invoice.read': 5_000 },
    recipes: [{ ...recipe, operation: 'invoice.read', url: `${url}/{{invoiceId}}` }],
  };
  writeFileSync(join(phaseDir, 'load.json'), JSON.stringify(load));
  const records: ToolRecord[] = [];
  const request: RunnerRequest = {
    phase: 'performance',
    step: 'load',
    files: [profileFile],
    workDir: mkdtempSync(join(project, 'work-')),
    phaseDir,
    projectDir: project,
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
  const exit =
    listing.checks.length === 0
      ? null
      : await session.run(listing.checks.map((check) => ({ ...check, disposition: { kind: 'run' } })));
  await session.close();
  const statuses = new Map(
    records.flatMap((record) => (record.kind === 'check-finished' ? [[record.checkId, record.status]] : [])),
  );
  const statusOf = (title: string) =>
    statuses.get(listing.checks.find(({ titlePath }) => titlePath.join(': ') === title)?.id ?? '');
  return { listing, exit, statusOf };
}

const ours = "import play, { handleSummary, options as shipped } from 'tollgate/perf/rehearsal.ts';\n";

describe.runIf(hasK6)("a project's own load profile", () => {
  test('builds on ours, and its own thresholds are checks beside ours', async () => {
    const { listing, exit, statusOf } = await play(`${ours}
      export { handleSummary };
      export const options = {
        ...shipped,
        thresholds: { ...shipped.thresholds, http_req_duration: ['p(95)<5000', 'p(95)<0'] },
      };
      export default play;`);
    expect(listing.faults).toEqual([]);
    expect(exit).toMatchObject({ exitCode: 99, report: { kind: 'read', finished: true } });
    expect(statusOf('http_req_duration: p(95)<5000')).toBe('passed');
    expect(statusOf('http_req_duration: p(95)<0')).toBe('failed');
    expect(statusOf('invoice.read: no request failed')).toBe('passed');
  });

  test('whose checks of answers fail is missed, though it sets no threshold on them', async () => {
    const { exit, statusOf } = await play(`${ours}
      import { check } from 'k6';
      export { handleSummary };
      export const options = shipped;
      export default function () { play(); check(null, { 'the answer is right': () => false }); }`);
    expect(exit?.exitCode).toBe(99);
    expect(statusOf('checks: rate==1')).toBe('failed');
    expect(statusOf('invoice.read: no request failed')).toBe('passed');
  });

  test('without a threshold judges nothing, which is a fault of its own', async () => {
    const { listing } = await play(`
      import http from 'k6/http';
      export default function () { http.get(__ENV.TARGET); }`);
    expect(listing.checks).toEqual([]);
    expect(listing.faults.join('\n')).toMatch(/has no threshold, so that it judges nothing/);
  });

  test('that leaves no summary proves nothing', async () => {
    const { exit, statusOf } = await play(`
      import http from 'k6/http';
      export const options = { thresholds: { http_req_duration: ['p(95)<5000'] } };
      export default function () { http.get(__ENV.TARGET); }`);
    expect(exit?.report.kind).toBe('missing');
    expect(statusOf('http_req_duration: p(95)<5000')).toBeUndefined();
  });
});
