import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newProject, projectByUrl, removeProjects, tollgate, twoAtATime } from './test-run.fixture.ts';

const inTurn = twoAtATime();
const liveKey = 'sk_live_51HxQ2plantedValue';

describe.concurrent('production, with a listener of our own in its place', () => {
  let connections = 0;
  let port = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '::', resolve));
    const address = server.address();
    port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  });
  afterAll(async () => {
    server.close();
    await removeProjects();
  });

  const marked = (host: string) => `production: { hosts: ["${host}"] }\n`;

  async function refused(
    yaml: string,
    args: readonly string[],
    options: Parameters<typeof tollgate>[2] = {},
  ) {
    const dir = await newProject(yaml);
    const ended = await inTurn(() => tollgate(dir, args, options));
    expect(ended.stderr).toMatch(/^tollgate: /);
    expect(ended.stderr).toMatch(/\n {2}→ \S/);
    expect(ended.exitCode, ended.stderr).toBe(77);
    expect(existsSync(join(dir, 'reports'))).toBe(false);
    expect(connections).toBe(0);
    return ended;
  }

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1', '2130706433'],
    ['127.0.0.1', '0x7f.1'],
    ['127.0.0.1', '0177.0.0.01'],
    ['127.0.0.1', '127.0.0.1.'],
    ['127.0.0.1', 'LOCALHOST'],
    ['localhost', '127.0.0.1'],
    ['localhost.', '[::1]'],
    ['127.0.0.1', '[::ffff:127.0.0.1]'],
    ['*.prod.localhost', 'API.Prod.LocalHost.'],
    ['bücher.localhost', 'XN--bcher-kva.localhost'],
  ])('%s as http://%s', async (mark, host) => {
    const { stderr } = await refused(projectByUrl(`http://${host}:${port}`) + marked(mark), ['run']);
    expect(stderr).toMatch(/tollgate\.yaml:4: targets\.candidate\.url: found a host that is production/);
  });

  test('by an address typed, a variable, another command, and a grant that no variable can give', async () => {
    const yaml = projectByUrl(`http://127.0.0.1:${port}`) + marked('127.0.0.1');
    const byVariable = yaml.replace(/url: "[^"]*"/, 'url: { env: BILLING_URL }');
    const env = { BILLING_URL: `http://localhost:${port}`, TOLLGATE_GUARD: 'off', NODE_ENV: 'test' };
    await refused(yaml, ['run', '--target', `HTTP://LOCALHOST:${port}/`]);
    await refused(byVariable, ['run'], { env });
    await refused(yaml, ['targets']);
    await refused(yaml, ['cases', '--target', 'candidate']);
  });

  test('declared, and not granted for reading', async () => {
    const yaml = projectByUrl(`http://127.0.0.1:${port}`).replace(': test', ': production');
    const { stderr } = await refused(yaml, ['run', '--phase', 'unit']);
    expect(stderr).toMatch(/targets\.candidate\.environment: .*Production may be read by name only/);
    const granted = yaml.replace(': production', ': production, access: read-only');
    await refused(granted, ['run', '--phase', 'unit']);
    await refused(yaml, ['targets', 'candidate']);
  });

  test('a name or password before the host', async () => {
    const url = `http://prod:hunter22@127.0.0.1:${port}`;
    for (const args of [['run'], ['targets'], ['run', '--target', url]]) {
      const { stdout, stderr } = await refused(projectByUrl(url), args);
      expect(stdout + stderr).not.toMatch(/hunter22|prod:/);
    }
  });

  test.each([
    ['in the options', `options: { auth: { key: ${liveKey} } }`, {}],
    ['in a header', `options: { header: "Basic ${btoa(`${liveKey}:`)}" }`, {}],
    ['in the variable of a secret', 'secrets: { key: { env: BILLING_KEY } }', { BILLING_KEY: liveKey }],
  ])('a live key %s is never shown', async (_where, line, env) => {
    const yaml = projectByUrl(`http://127.0.0.1:${port}`).replace(
      'environment: test',
      `${line}, environment: test`,
    );
    const { stdout, stderr } = await refused(yaml, ['run'], { env });
    expect(stderr).toMatch(
      /tollgate\.yaml:4: targets\.candidate\.\S+ found a key that begins with "sk_live_"/,
    );
    expect(stdout + stderr).not.toMatch(/51HxQ2|planted|NTFI/);
  });
});

describe('what a target accepts', () => {
  test('is exit code 78 at its line', async () => {
    const accepting = (list: string) =>
      projectByUrl('http://127.0.0.1:1').replace('environment: test', `accepts: ${list}, environment: test`);
    const readOnly = await tollgate(await newProject(accepting('[read]')), ['run', '--phase', 'unit']);
    expect(readOnly.stderr).toMatch(
      /^tollgate: tollgate\.yaml:4: targets\.candidate\.accepts: .*expected write/,
    );
    expect(readOnly.exitCode).toBe(78);
    const noLoad = await tollgate(await newProject(accepting('[read, write]')), ['run']);
    expect(noLoad.stderr).toMatch(/accepts: .*expected load/);
    expect(noLoad.exitCode).toBe(78);
  });
});
