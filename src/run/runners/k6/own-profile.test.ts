import { afterAll, describe, expect, test } from 'vitest';
import { k6 as k6Tool } from '../../../hosts/k6.ts';
import { answeringServer, playLoad } from './play.fixture.ts';

const hasK6 = (await k6Tool.find()) !== null;
const server = await answeringServer();

afterAll(() => {
  server.close();
});

/** A project's own profile, played against a server that answers everything with 200. */
async function play(profile: string) {
  const { listing, exit, finished } = await playLoad({ url: server.url, perSecond: 5, profile });
  const statusOf = (title: string) => {
    const check = listing.checks.find(({ titlePath }) => titlePath.join(': ') === title);
    return finished.find(({ checkId }) => checkId === check?.id)?.status;
  };
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
