import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostedProject, newProject, projectByUrl, removeProjects, tollgate } from './test-run.fixture.ts';

const ownPolicy = [
  'name: own',
  'title: Own',
  'leavesOut: []',
  'gates:',
  '  - id: UNIT',
  '    gate: phase-passes',
  '    title: Single calculations',
  '    limit:',
  '      phase: unit',
  '      passedMin: 0',
  '',
].join('\n');

describe.concurrent('a mistake in what the user wrote', () => {
  let connections = 0;
  let url = '';
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });
  afterAll(async () => {
    server.close();
    await removeProjects();
  });

  interface Mistake {
    readonly yaml: (good: string) => string;
    readonly message: RegExp;
  }

  const mistakes: Readonly<Record<string, Mistake>> = {
    'a wrong key': {
      yaml: (good) => `${good}polcy: rehearsal\n`,
      message: /^tollgate: tollgate\.yaml:5: polcy: found an unknown key "polcy"/,
    },
    'a target that is not there': {
      yaml: (good) => good.replace('target: candidate', 'target: candidat'),
      message: /^tollgate: tollgate\.yaml:2: target: found "candidat", expected .*candidate/,
    },
    'a policy that is not there': {
      yaml: (good) => `${good}policy: reharsal\n`,
      message: /^tollgate: tollgate\.yaml:5: policy: found "reharsal", expected .*rehearsal/,
    },
    'a limit that no policy may have': {
      yaml: (good) => `${good}policy: ./own.yaml\n`,
      message: /^tollgate: \.\/own\.yaml:10: gates\.0\.limit\.passedMin: /,
    },
    'a driver that nobody ships': {
      yaml: (good) => good.replace('driver: sandbox', 'driver: acme'),
      message: /^tollgate: tollgate\.yaml:4: targets\.candidate\.driver: .*"acme", expected .*sandbox/,
    },
    'an environment that is neither test nor production': {
      yaml: (good) => good.replace('environment: test', 'environment: staging'),
      message: /^tollgate: tollgate\.yaml:4: targets\.candidate\.environment: expected environment: test/,
    },
  };

  test.each(Object.entries(mistakes))(
    '%s is one message with file, line and field, and nothing is sent',
    async (_what, { yaml, message }) => {
      const before = connections;
      const dir = await newProject(yaml(projectByUrl(url)), { 'own.yaml': ownPolicy });
      const { exitCode, stdout, stderr } = await tollgate(dir, ['run', '--phase', 'unit']);
      const told = stderr.split('\n').filter((line) => /^tollgate: /.test(line));
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(message);
      expect(stderr).toMatch(/\n {2}→ \S/);
      expect(stderr).not.toMatch(/\n {4}at /);
      expect(stdout).toBe('');
      expect(exitCode).toBe(78);
      expect(connections).toBe(before);
      expect(existsSync(join(dir, 'reports', 'latest'))).toBe(false);
    },
  );

  test.each([
    ['a phase that is none', ['run', '--phase', 'smoke'], /smoke.*unit/],
    ['an unknown option', ['run', '--pahse', 'unit'], /--pahse/],
    ['an unknown command', ['rnu'], /rnu/],
    [
      'a defect that nobody knows',
      ['run', '--defect', 'free-beer'],
      /free-beer, expected the name of one of the \d+ known defects/,
    ],
    ['a moment without a zone', ['judge', 'latest', '--as-of', 'tomorrow'], /--as-of tomorrow, expected/],
    ['a seed that is no number', ['run', '--seed', '1e3'], /--seed 1e3, expected a whole number/],
  ])('%s on the command line is exit code 64', async (_what, args, message) => {
    const dir = await newProject(hostedProject);
    const { exitCode, stderr } = await tollgate(dir, args);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(64);
    expect(existsSync(join(dir, 'reports'))).toBe(false);
  });

  test('a defect for a system that is not ours is refused before it is reached', async () => {
    const before = connections;
    const dir = await newProject(projectByUrl(url));
    const { exitCode, stderr } = await tollgate(dir, ['run', '--defect', 'tier-bound-exclusive']);
    expect(stderr).toMatch(/expected the built-in sandbox/);
    expect(exitCode).toBe(64);
    expect(connections).toBe(before);
  });
});
