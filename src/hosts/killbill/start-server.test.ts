import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTool } from '../../run/processes/supervise.ts';
import { toolEnvironment } from '../../run/processes/tool-environment.ts';
import { memoryAccess } from './properties.ts';
import { startServer } from './start-server.ts';

/** Stands in for `java`: answers as a server does, and logs and does what `behaviour` says. */
const standIn = (behaviour: object) => `#!${process.execPath}
const { createServer } = require('node:http');
const { readFileSync, writeFileSync } = require('node:fs');
const behaviour = ${JSON.stringify(behaviour)};
const log = /<file>(.*)<\\/file>/.exec(readFileSync('logback.xml', 'utf8'))[1];
writeFileSync(log, behaviour.log + '\\n');
if (behaviour.prints) console.log(behaviour.prints);
if (behaviour.ends) process.exit(3);
const server = createServer((request, response) => {
  const isTenant = request.url === '/1.0/kb/tenants';
  response.writeHead(isTenant ? behaviour.tenant : 200);
  response.end(request.url === '/1.0/kb/nodesInfo' ? '[{"kbVersion":"' + behaviour.version + '"}]' : 'no');
});
server.listen(0, '127.0.0.1', () =>
  console.log('INFO Started ServerConnector@1{HTTP/1.1, (http/1.1)}{127.0.0.1:' + server.address().port + '}'));
`;

const sound = { log: 'INFO all is well', tenant: 201, version: '0.22.26' };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-server-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function begin(behaviour: object) {
  const java = join(folder, 'java.cjs');
  writeFileSync(java, standIn(behaviour), { mode: 0o755 });
  const files = { version: '0.22.26', war: 'w', libraries: [], launcherFolder: 'l', tables: 't' };
  return startServer({
    ...{ java, files, access: memoryAccess, folder, dataDir: join(folder, 'data') },
    start: startTool,
    env: toolEnvironment(process.env, {}),
  });
}

test('one that works is ready at the address that it says', async () => {
  const { url, process: server } = await begin(sound);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(existsSync(join(folder, 'data', 'server.log'))).toBe(true);
  await server.stop();
});

test.each([
  [
    'log',
    { log: 'WARN Failed to invoke lifecycle handler on INIT' },
    /healthy, but .*Failed to invoke lifecycle/,
  ],
  [
    'parts',
    { prints: 'WARN DefaultLifecycle Killbill lifecycle failed to invoke lifecycle handler' },
    /part of it did not start: WARN DefaultLifecycle/,
  ],
  ['tenants', { tenant: 500 }, /could not create a tenant \(HTTP 500/],
  ['version', { version: '0.20.9' }, /version 0\.20\.9, expected 0\.22\.26/],
  ['start', { prints: 'WARN:oejw: Failed startup of context w', ends: false }, /Failed startup of context/],
  ['end', { log: 'ERROR no database', ends: true }, /ended with exit code 3[\s\S]*ERROR no database/],
])('one that is wrong in its %s is not ready, in its own words', async (_what, wrong, words) => {
  await expect(begin({ ...sound, ...wrong })).rejects.toMatchObject({
    code: 'TARGET_UNREACHABLE',
    message: expect.stringMatching(words),
    hint: expect.stringContaining('server.log'),
  });
});
