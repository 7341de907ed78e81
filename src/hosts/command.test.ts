import { expect, test } from 'vitest';
import { lastLines, runCommand } from './command.ts';

test('both streams and the exit code are the answer', async () => {
  const args = ['-c', 'echo out; echo err >&2; exit 3'];
  const ended = await runCommand({ command: 'sh', args, deadlineMs: 5_000 });
  expect(ended).toEqual({ exitCode: 3, timedOut: false, stdout: 'out\n', stderr: 'err\n' });
  expect(lastLines(ended)).toBe('out\nerr');
});

test('one that does not end is killed at its deadline', async () => {
  const ended = await runCommand({ command: 'sleep', args: ['60'], deadlineMs: 50 });
  expect(ended).toMatchObject({ exitCode: null, timedOut: true });
});

test('one that does not exist is an answer too', async () => {
  const ended = await runCommand({ command: 'no-such-program', args: [], deadlineMs: 5_000 });
  expect(ended.exitCode).toBeNull();
  expect(ended.stderr).toContain('ENOENT');
});
