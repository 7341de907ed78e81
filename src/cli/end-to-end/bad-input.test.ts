import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  type Ended,
  hostedProject,
  newProject,
  removeProjects,
  runFolder,
  tollgate,
  twoAtATime,
  verdictIn,
} from './test-run.fixture.ts';

const inTurn = twoAtATime();

afterAll(removeProjects);

interface Refusal {
  readonly code: number;
  readonly message: RegExp;
}

/** Nothing was started, nothing sent, nothing written. */
function expectRefused(dir: string, ended: Ended, { code, message }: Refusal): void {
  expect(ended.stderr).toMatch(message);
  expect(ended.stderr).not.toMatch(/starting the target/);
  expect(ended.exitCode).toBe(code);
  expect(existsSync(join(dir, 'reports'))).toBe(false);
}

type Spoil = (path: string) => Promise<unknown>;

const withText =
  (text: string | Buffer): Spoil =>
  (path) =>
    writeFile(path, text);

const bomb = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);

describe.concurrent('a tollgate.yaml that nobody should believe', () => {
  test.each<[string, Spoil, RegExp]>([
    ['of 50 MB', (path) => truncate(path, 50_000_000), /tollgate\.yaml holds 50000000 bytes/],
    ['in UTF-16', withText(Buffer.from(`\ufeff${hostedProject}`, 'utf16le')), /tollgate\.yaml:1: .*UTF-16/],
    [
      'with a number that is a text',
      withText('release: { name: 010 }'),
      /tollgate\.yaml:1: release\.name: found 010/,
    ],
    ['that grows', withText(`l0: &l0 [x]\n${bomb.join('\n')}\n`), /tollgate\.yaml:3: l2\.0: found the alias/],
    ['with __proto__', withText('targets:\n  __proto__: {}\n'), /tollgate\.yaml:2: targets\.__proto__: /],
  ])('%s is refused before anything starts', async (_what, spoil, message) => {
    const dir = await newProject();
    await spoil(join(dir, 'tollgate.yaml'));
    expectRefused(dir, await inTurn(() => tollgate(dir, ['run'])), { code: 78, message });
  });

  test('that is a pipe is refused, and nobody waits for it', async () => {
    const dir = await newProject();
    await rm(join(dir, 'tollgate.yaml'));
    execFileSync('mkfifo', [join(dir, 'tollgate.yaml')]);
    const ended = await inTurn(() => tollgate(dir, ['run']));
    expectRefused(dir, ended, { code: 78, message: /tollgate\.yaml is a pipe/ });
  });
});

describe.concurrent('other files and names', () => {
  interface Given extends Refusal {
    readonly files: Readonly<Record<string, string>>;
    readonly args: readonly string[];
  }

  test.each<[string, Given]>([
    [
      'settings that soften',
      {
        files: { 'cucumber.json': '{\n"retry": 2 }' },
        args: ['run'],
        code: 78,
        message: /cucumber\.json:2: retry: /,
      },
    ],
    [
      'cases with a key twice',
      {
        files: { 'c.json': '[{"id": 1,\n"id": 2}]' },
        args: ['cases', 'c.json'],
        code: 78,
        message: /c\.json:2:1: \[0\]\.id: /,
      },
    ],
    [
      'a run that is the folder above',
      { files: {}, args: ['judge', '..'], code: 64, message: /Found "\.\."/ },
    ],
    [
      'a run with a stream',
      { files: {}, args: ['run', '--failed', 'x::$DATA'], code: 64, message: /Found "x::\$DATA"/ },
    ],
  ])('%s', async (_what, { files, args, ...refusal }) => {
    const dir = await newProject(hostedProject, files);
    expectRefused(dir, await inTurn(() => tollgate(dir, args)), refusal);
  });

  test('a policy that leads out of the project', async () => {
    const dir = await newProject(hostedProject, { 'policies/own.yaml': '' });
    await rm(join(dir, 'policies', 'own.yaml'));
    await symlink('/etc/hostname', join(dir, 'policies', 'own.yaml'));
    const ended = await inTurn(() => tollgate(dir, ['run', '--policy', 'policies/own.yaml']));
    expectRefused(dir, ended, {
      code: 78,
      message: /policies\/own\.yaml is a link that leads out of the project/,
    });
  });
});

test('bad features are told with their places, the good one is run, and the phase is not green', async () => {
  const dir = await newProject(hostedProject, {
    'steps/own.steps.mjs':
      "import { Then } from '@cucumber/cucumber';\nThen('all is well', function () { this.story.world.expectEqual('one', 1, 1); });\n",
    'features/good.feature': '@own\nFeature: Good\n  Scenario: \u202eGood\n    Then all is well\n',
    'features/unknown.feature': '@own\nFeature: Unknown\n  Scenario: U\n    Then nobody knows\n',
    'features/torn.feature': '@own\nFeature: Torn\n  Scenario: T\n    Then all is well\n      """\n',
  });
  execFileSync('mkfifo', [join(dir, 'features', 'pipe.feature')]);
  const ended = await tollgate(dir, ['run', '--phase', 'uat', '--tags', '@own']);
  const verdict = await verdictIn(runFolder(dir, ended));
  const why = verdict.reasons.map(({ text }) => text).join('\n');
  expect(why).toMatch(/features\/pipe\.feature is a pipe/);
  expect(why).toMatch(/features\/torn\.feature:\d+: cannot be read/);
  expect(why).toMatch(/features\/unknown\.feature:3: no step is called "nobody knows"/);
  const uat = verdict.phases.find(({ name }) => name === 'uat');
  expect(uat?.passed).toBe(1);
  expect(verdict.gates.some(({ result }) => result !== 'met')).toBe(true);
  expect(ended.exitCode).toBeGreaterThan(0);
  expect(ended.stdout + ended.stderr).not.toContain('\u202e');
});
