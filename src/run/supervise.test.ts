import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { startTool } from './supervise.ts';

const base = { cwd: '/', env: { PATH: process.env['PATH'] ?? '' }, deadlineMs: 20_000 };

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return holds();
}

describe('a supervised tool', () => {
  test('ends with its own exit code, and its output is kept', async () => {
    const tool = startTool({ ...base, command: '/bin/sh', args: ['-c', 'echo out; echo err >&2; exit 7'] });
    const exit = await tool.exit;
    expect(exit).toMatchObject({ exitCode: 7, signal: null, timedOut: false });
    expect(exit.output).toContain('out');
    expect(exit.output).toContain('err');
  });

  test('that is killed says by which signal', async () => {
    const tool = startTool({ ...base, command: '/bin/sh', args: ['-c', 'kill -9 $$'] });
    expect(await tool.exit).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
  });

  test('is stopped at its deadline, with what it started itself', async () => {
    const tool = startTool({
      ...base,
      deadlineMs: 300,
      command: '/bin/sh',
      args: ['-c', 'trap "" INT TERM; sleep 60 & echo $!; wait; sleep 60'],
    });
    const pids: number[] = [];
    tool.onLine((line) => pids.push(Number(line)));
    expect((await tool.exit).timedOut).toBe(true);
    expect(pids).toHaveLength(1);
    expect(await until(() => !isAlive(pids[0] ?? 0))).toBe(true);
  });

  test('does not outlive its leash', async () => {
    const tool = startTool({ ...base, command: '/bin/sh', args: ['-c', 'echo $$; sleep 60; echo late'] });
    const pid = await new Promise<number>((resolve) => tool.onLine((line) => resolve(Number(line))));
    process.kill(tool.pid, 'SIGKILL');
    expect(await tool.exit).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
    expect(await until(() => !isAlive(pid))).toBe(true);
  });

  test('whose command is not there fails and says so', async () => {
    const exit = await startTool({ ...base, command: '/nowhere/k6', args: [] }).exit;
    expect(exit.exitCode).toBe(127);
    expect(exit.output).toMatch(/ENOENT/);
  });

  test('ends when whoever started it is killed', async () => {
    const script = `
      import { startTool } from ${JSON.stringify(new URL('./supervise.ts', import.meta.url).href)};
      const tool = startTool({ command: '/bin/sh', args: ['-c', 'echo $$; sleep 60'], cwd: '/', env: { PATH: process.env.PATH }, deadlineMs: 60000 });
      tool.onLine((line) => console.log(line));
      setInterval(() => {}, 1000);`;
    const harness = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
    });
    const [line] = (await once(harness.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString().trim());
    expect(isAlive(pid)).toBe(true);
    harness.kill('SIGKILL');
    expect(await until(() => !isAlive(pid))).toBe(true);
  });
});
