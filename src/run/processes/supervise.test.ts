import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { processOf } from './process-list.ts';
import { killRunningTools, startTool } from './supervise.ts';

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
      command: '/bin/sh',
      args: ['-c', 'trap "" INT TERM; sleep 60 & echo $!; wait; sleep 60'],
    });
    const pids: number[] = [];
    tool.onLine((line) => {
      pids.push(Number(line));
      // Counted from here: on a busy machine it may take long until it has begun.
      tool.limit(300);
    });
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

  test.runIf(process.platform === 'linux')(
    'that leaves a process behind, also in a session of its own, has it ended and named',
    async () => {
      const args = ['-c', 'setsid sleep 601 </dev/null >/dev/null 2>&1 & sleep 602 & sleep 0.2; exit 0'];
      const exit = await startTool({ ...base, command: '/bin/sh', args }).exit;
      expect(exit.exitCode).toBe(0);
      const named = exit.orphans.map((orphan) => orphan.replace(/^\d+ /, ''));
      expect(named.toSorted()).toEqual(['sleep 601', 'sleep 602']);
      for (const orphan of exit.orphans) expect(await processOf(Number.parseInt(orphan, 10))).toBeNull();
    },
  );

  test('has time to see what it started go, and then left nothing', async () => {
    const args = ['-c', 'sleep 0.2 & exit 0'];
    expect((await startTool({ ...base, command: '/bin/sh', args }).exit).orphans).toEqual([]);
  });

  test('that may leave something is left alone', async () => {
    const args = ['-c', 'setsid sleep 603 </dev/null >/dev/null 2>&1 & echo $!'];
    const tool = startTool({ ...base, command: '/bin/sh', args, mayLeave: true });
    const pid = await new Promise<number>((resolve) => tool.onLine((line) => resolve(Number(line))));
    expect((await tool.exit).orphans).toEqual([]);
    expect(isAlive(pid)).toBe(true);
    process.kill(pid, 'SIGKILL');
  });

  test('that ignores every polite signal, or is held by one, is stopped all the same', async () => {
    const args = ['-c', 'trap "" INT TERM; echo on; while :; do sleep 1; done'];
    const deaf = startTool({ ...base, command: '/bin/sh', args });
    const held = startTool({ ...base, command: '/bin/sh', args: ['-c', 'echo on; kill -STOP $$'] });
    const isOn = [deaf, held].map((tool) => new Promise<void>((resolve) => tool.onLine(() => resolve())));
    await Promise.all(isOn);
    const exits = await Promise.all([deaf.stop(), held.stop()]);
    expect(exits[0]?.signal).toBe('SIGKILL');
    expect(exits.map(({ timedOut }) => timedOut)).toEqual([false, false]);
  });

  test('ends at once when everything has to', async () => {
    const args = ['-c', 'trap "" INT TERM; echo on; while :; do sleep 1; done'];
    const tool = startTool({ ...base, command: '/bin/sh', args });
    await new Promise<void>((resolve) => tool.onLine(() => resolve()));
    killRunningTools();
    expect((await tool.exit).signal).toBe('SIGKILL');
  });

  test('that only waits has no deadline until it is given one', async () => {
    const tool = startTool({ ...base, command: '/bin/sleep', args: ['60'], deadlineMs: 200 });
    tool.limit(null);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(isAlive(tool.pid)).toBe(true);
    tool.limit(50);
    expect(await tool.exit).toMatchObject({
      timedOut: true,
      output: expect.stringMatching('did not end within 50 ms'),
    });
  });

  test('in a folder that is not there cannot be started, and says so in plain words', async () => {
    const exit = await startTool({ ...base, cwd: '/nowhere', command: '/bin/true', args: [] }).exit;
    expect(exit).toMatchObject({ exitCode: null, signal: null, timedOut: false, orphans: [] });
    expect(exit.output).toMatch(
      /\/bin\/true could not be started: it, or the folder to start it in, is not there/,
    );
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
