import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type ChannelServer, openChannel } from '../../channel/server.ts';
import type { ListedCheck } from '../../model/observing/check.ts';
import type { ToolRecord } from '../../model/observing/record.ts';
import type { Listing, RunnerRequest, RunnerSession, StepExit } from '../runner.ts';
import { startTool } from '../supervise.ts';
import { cucumber } from './cucumber.ts';

const packageDir = resolve(import.meta.dirname, '../../..');
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A target that nobody reaches: these scenarios look at nothing but themselves. */
const driver = `export const driver = {
  name: 'none', describe: async () => ({}), open: async () => { throw new Error('nobody is there'); },
  resume: async () => { throw new Error('nobody is there'); }, leftovers: async () => [], cleanUp: async () => {},
};`;

const steps = `import { Given, Then, AfterAll } from '@cucumber/cucumber';
Given('a thing', function () {});
Given('the process is ended', function () { process.exit(0); });
Given('a bug in the step', function () { throw new TypeError('no such thing'); });
Given('a thing or two', function () {});
Given('a thing or {word}', function (word) {});
Then('{int} is {int}', function (a, b) { this.story.world.expectEqual('number', b, a); this.story.world.verify(); });
AfterAll(function () { if (process.env.BREAK_AFTER_ALL) throw new RangeError('the end went wrong'); });
`;

interface Opened {
  readonly session: RunnerSession;
  readonly records: ToolRecord[];
  readonly projectDir: string;
}

async function open(
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
    record: async (_step, record) => {
      records.push(record);
    },
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
    loadId: 'run',
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
    loadId: 'run',
    seed: 1,
    tags: null,
    env: {
      PATH: process.env['PATH'] ?? '',
      TOLLGATE_CHANNEL: join(projectDir, 'channel'),
      TOLLGATE_STEP: 'uat/features',
      TOLLGATE_SCENARIO: JSON.stringify({ ...scenario, chromium: null, load: {} }),
      ...env,
    },
    deadlineMs: 60_000,
    start: startTool,
    link: () => server.session('uat/features'),
    record: async () => undefined,
    keep: async ({ name, mediaType, bytes }) => ({ sha256: '', bytes: bytes.byteLength, name, mediaType }),
  };
}

function run({ session }: Opened, { checks }: Listing, titles: readonly string[]): Promise<StepExit> {
  const chosen = titles.map(
    (title) => checks.find((check) => check.titlePath.includes(title)) as ListedCheck,
  );
  return session.run(chosen.map((check) => ({ ...check, disposition: { kind: 'run' } })));
}

function endings(records: readonly ToolRecord[]): readonly string[] {
  return records.flatMap((record) =>
    record.kind === 'check-finished' ? [`${record.status} ${record.cause}`] : [],
  );
}

const good = `@close
Feature: Things
  Rule: One is one
    Scenario: Right
      Given a thing
      Then 1 is 1
    Scenario: Wrong
      Given a thing
      Then 1 is 2
    Scenario: Broken
      Given a bug in the step
      Then 1 is 1
    Scenario: Empty hands
      Given a thing
    Scenario: Gone
      Given the process is ended
      Then 1 is 1
    Scenario Outline: <a> again
      Then <a> is <a>
      Examples:
        | a |
        | 5 |
        | 7 |
`;

test('lists each scenario and each row once, runs only those asked for, and tells how each ended', async () => {
  const opened = await open({ 'features/tax/things.feature': good });
  const listing = await opened.session.list();
  expect(listing.faults).toEqual([]);
  expect(
    listing.checks.map(({ titlePath, line, topic }) => [titlePath.slice(2).join(' / '), line, topic]),
  ).toEqual([
    ['Right', 4, 'tax'],
    ['Wrong', 7, 'tax'],
    ['Broken', 10, 'tax'],
    ['Empty hands', 13, 'tax'],
    ['Gone', 15, 'tax'],
    ['5 again / a 5', 22, 'tax'],
    ['7 again / a 7', 23, 'tax'],
  ]);
  const exit = await run(opened, listing, ['Right', 'Wrong', 'Broken', 'Empty hands', 'a 7']);
  expect(endings(opened.records)).toEqual([
    'passed null',
    'failed product',
    'broken test-defect',
    'broken test-defect',
    'passed null',
  ]);
  expect(exit).toMatchObject({
    exitCode: 1,
    signal: null,
    report: { kind: 'read', finished: true, runErrors: [] },
  });
  expect(exit.report.kind === 'read' && exit.report.checks.map(({ status }) => status)).toEqual([
    'passed',
    'failed',
    'broken',
    'broken',
    'passed',
  ]);
});

test('a step that ends the process with success is no success', async () => {
  const opened = await open({ 'features/things.feature': good });
  const listing = await opened.session.list();
  const exit = await run(opened, listing, ['Right', 'Gone', 'a 5']);
  expect(exit.exitCode).toBe(0);
  expect(endings(opened.records)).toEqual(['passed null']);
  expect(exit.report.kind === 'read' ? exit.report.finished : false).toBe(false);
});

test('a hook that fails after the last scenario is told, and the exit code says so', async () => {
  const opened = await open({ 'features/things.feature': good }, { BREAK_AFTER_ALL: '1' });
  const listing = await opened.session.list();
  const exit = await run(opened, listing, ['Right']);
  expect(exit.exitCode).toBe(1);
  expect(endings(opened.records)).toEqual(['passed null']);
  expect(exit.report).toMatchObject({ finished: true, checks: [{ status: 'passed' }] });
  expect(exit.report.kind === 'read' && exit.report.runErrors.join()).toContain('the end went wrong');
});

test('everything that would be lost without a word is a fault with its place', async () => {
  const opened = await open({
    'features/a.feature': `Feature: A
  Scenario: Nothing
  Scenario: Lost
    Gven a thing
    Then 1 is 1
  Scenario Outline: No rows
    Then 1 is 1
  Scenario: Unknown
    Given a thnig
    Then 1 is 1
  Scenario: Twice
    Given a thing or two
    Then 1 is 1
  Scenario: Same
    Then 1 is 1
  Scenario: Same
    Then 1 is 1
  Scenario: Bad values
    Given the plan "Basic" costs EUR 49 per month
    And "Acme" subscribes to "Basic" on 03/04/2026
    Then the first invoice of "Acme" totals EUR 49.00
  Scenario: Upside down
    Given "Acme" has 1 invoice
    Then today is 1 April 2026
`,
    'features/b.feature': 'Feature: B\n  Scenario: Torn\n    Given a thing\n      nonsense\n',
    'features/c.feature': '',
    'features/d.feature': 'Feature: D\n  @topic:weather\n  Scenario: Fine\n    Then 1 is 1\n',
  });
  const { faults, checks } = await opened.session.list();
  const expected = [
    /^features\/b\.feature:4: cannot be read/,
    /^features\/c\.feature:1: found no feature/,
    /^features\/a\.feature:2: found the scenario "Nothing" without steps/,
    /^features\/a\.feature:3: the line "Gven a thing" .* Given/,
    /^features\/a\.feature:6: found the outline "No rows" without rows/,
    /^features\/a\.feature:8: no step is called "a thnig"\. Nearest: a thing/,
    /^features\/a\.feature:11: "a thing or two" could be any of/,
    /^features\/a\.feature:16: found a second scenario of this name/,
    /^features\/a\.feature:18: .*EUR 49.*2 digits/,
    /^features\/a\.feature:18: .*03\/04\/2026.*two different days/,
    /^features\/a\.feature:22: .*belongs under Then/,
    /^features\/a\.feature:22: .*looks at nothing/,
    /^features\/d\.feature:3: found the tag @topic:weather/,
  ];
  for (const pattern of expected)
    expect(
      faults.filter((fault) => pattern.test(fault)),
      String(pattern),
    ).toHaveLength(1);
  expect(faults, faults.join('\n')).toHaveLength(expected.length);
  expect(checks.some(({ titlePath }) => titlePath.includes('Fine'))).toBe(true);
});
