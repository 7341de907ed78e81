import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach } from 'vitest';
import { channelVariable, scenarioVariable, stepVariable } from '../../../channel/message.ts';
import { type ChannelServer, openChannel } from '../../../channel/server.ts';
import type { ListedCheck } from '../../../model/observing/check.ts';
import type { ToolRecord } from '../../../model/observing/record.ts';
import { startTool } from '../../processes/supervise.ts';
import type { Listing, RunnerRequest, RunnerSession, StepExit } from '../../runner.ts';
import { cucumber } from '../cucumber.ts';

/** For tests only: a real session of cucumber over features that are written for the test. */
const packageDir = resolve(import.meta.dirname, '../../../..');
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A target that nobody reaches: these scenarios look at nothing but themselves. */
const driver = `export const driver = {
  name: 'none', describe: async () => ({}), open: async () => { throw new Error('nobody is there'); },
  resume: async () => { throw new Error('nobody is there'); }, leftovers: async () => [], cleanUp: async () => {},
};`;

const steps = `import { Given, Then, After, AfterAll, Before, BeforeAll } from '@cucumber/cucumber';
Given('a thing', function () {});
Given('the process is ended', function () { process.exit(0); });
Given('a bug in the step', function () { throw new TypeError('no such thing'); });
Given('a promise that nobody waits for', function () { setImmediate(() => void Promise.reject(new Error('nobody waited'))); });
Given('a thing or two', function () {});
Given('a thing or {word}', function (word) {});
Then('nobody looks', function () {});
Given('a thing that is left out', function () { return 'skipped'; });
Given('a thing that is not written yet', function () { return 'pending'; });
Then('{int} is {int}', function (a, b) { this.story.world.expectEqual('number', b, a); this.story.world.verify(); });
BeforeAll(function () { if (process.env.BREAK_BEFORE_ALL) throw new RangeError('the beginning went wrong'); });
Before({ tags: '@broken-before' }, function () { throw new RangeError('the hook before went wrong'); });
After({ tags: '@broken-after' }, function () { throw new RangeError('the hook after went wrong'); });
AfterAll(function () { if (process.env.BREAK_AFTER_ALL) throw new RangeError('the end went wrong'); });
`;

export interface Opened {
  readonly session: RunnerSession;
  readonly records: ToolRecord[];
  readonly projectDir: string;
}

export async function open(
  features: Readonly<Record<string, string>>,
  env: Record<string, string> = {},
): Promise<Opened> {
  const projectDir = realpathSync(mkdtempSync(join(tmpdir(), 'tollgate-uat-')));
  cleanups.push(async () => rmSync(projectDir, { recursive: true, force: true }));
  for (const folder of ['steps', 'work']) mkdirSync(join(projectDir, folder));
  writeFileSync(join(projectDir, 'package.json'), '{"type":"module"}');
  writeFileSync(join(projectDir, 'driver.js'), driver);
  writeFileSync(join(projectDir, 'steps', 'own.js'), steps);
  symlinkSync(join(packageDir, 'node_modules'), join(projectDir, 'node_modules'));
  for (const [path, text] of Object.entries(features)) {
    const file = join(projectDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const records: ToolRecord[] = [];
  const server = await channelInto(projectDir, records);
  const request = requestFor({ projectDir, server, env });
  const session = await cucumber.open(request);
  cleanups.push(() => session.close());
  return { session, records, projectDir };
}

async function channelInto(projectDir: string, records: ToolRecord[]): Promise<ChannelServer> {
  const server = await openChannel(join(projectDir, 'channel'), {
    record: async (_step, told) => void records.push(...told),
    keep: async ({ name, mediaType, bytes }) => ({ sha256: '', bytes: bytes.byteLength, name, mediaType }),
  });
  cleanups.push(() => server.close());
  return server;
}

function requestFor(parts: {
  projectDir: string;
  server: ChannelServer;
  env: Record<string, string>;
}): RunnerRequest {
  const { projectDir, server, env } = parts;
  const target = { driver: './driver.js', url: '', options: {}, profile: null, capabilities: {} };
  const scenario = {
    phase: 'uat',
    runId: 'run',
    seed: 1,
    projectDir,
    packageDir,
    phaseDir: projectDir,
    target,
  };
  return {
    phase: 'uat',
    step: 'features',
    files: [join(projectDir, 'features')],
    workDir: join(projectDir, 'work'),
    phaseDir: projectDir,
    projectDir,
    packageDir,
    runId: 'run',
    seed: 1,
    tags: null,
    env: {
      PATH: process.env['PATH'] ?? '',
      [channelVariable]: join(projectDir, 'channel'),
      [stepVariable]: 'uat/features',
      [scenarioVariable]: JSON.stringify({ ...scenario, chromium: null, load: {} }),
      ...env,
    },
    deadlineMs: 60_000,
    start: startTool,
    link: () => server.session('uat/features'),
    record: async () => undefined,
    keep: async ({ name, mediaType, bytes }) => ({ sha256: '', bytes: bytes.byteLength, name, mediaType }),
  };
}

export function run({ session }: Opened, { checks }: Listing, titles: readonly string[]): Promise<StepExit> {
  const chosen = titles.map(
    (title) => checks.find((check) => check.titlePath.includes(title)) as ListedCheck,
  );
  return session.run(chosen.map((check) => ({ ...check, disposition: { kind: 'run' } })));
}

export function endings(records: readonly ToolRecord[]): readonly string[] {
  return records.flatMap((record) =>
    record.kind === 'check-finished' ? [`${record.status} ${record.cause}`] : [],
  );
}
