import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { leashVariable, newLeashMark } from './leash-mark.ts';
import { graceMs, reap } from './orphans.ts';
import { startFailure } from './start-failure.ts';
import { isWithin, type StopPauses, signalGroup, stopGroup } from './stop-group.ts';
import { type ToolOutput, toolOutput } from './tool-output.ts';

export interface ToolCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** From now on, by the wall clock; the group is stopped when it is over. Null: it runs until somebody ends it. */
  readonly deadlineMs: number | null;
  /** It may leave processes running: the browser in which it opened a page for a person. */
  readonly mayLeave?: true;
}

export interface ToolExit {
  /** Null, as the signal, when it could not be started at all; `output` says why. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  /** The last 16 KiB of what it printed on both streams, and why we stopped it if we did. */
  readonly output: string;
  /** What it left running and we had to end, as "pid command". */
  readonly orphans: readonly string[];
}

export interface ToolProcess {
  readonly pid: number;
  /** What everything that it starts carries as `TOLLGATE_LEASH`. */
  readonly mark: string;
  /** Resolves when neither it nor anything that it started is left. */
  readonly exit: Promise<ToolExit>;
  /** Each line of its standard output, as it comes. */
  onLine(listener: (line: string) => void): void;
  /** A new deadline from now on; null while it only waits. */
  limit(deadlineMs: number | null): void;
  /** Stops it as one whose time is over. */
  expire(why: string): void;
  /** INT, then TERM, then KILL of the whole process group, with a pause between. Resolves when it has ended. */
  stop(pausesMs?: StopPauses): Promise<ToolExit>;
  /** At once. */
  kill(): Promise<ToolExit>;
}

export type ToolStarter = (command: ToolCommand) => ToolProcess;

const leashFile = fileURLToPath(
  new URL(`./leash${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
);
const stopPausesMs: StopPauses = [1_000, 1_000];
const pipesCloseWithinMs = 1_000;
const running = new Set<ToolProcess>();

/**
 * Starts a tool in a process group of its own, under a small parent that ends the group when we die (leash.ts): a killed
 * harness leaves nothing behind that still writes to a target.
 */
export const startTool: ToolStarter = (command) => {
  const mark = newLeashMark();
  try {
    const child = spawn(process.execPath, [leashFile, command.command, ...command.args], {
      cwd: command.cwd,
      env: { ...command.env, [leashVariable]: mark },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const tool = supervised(child, command, mark);
    running.add(tool);
    void tool.exit.then(() => running.delete(tool));
    return tool;
  } catch (error) {
    return neverStarted(startFailure(command.command, error));
  }
};

/** For whoever cannot wait any longer: every tool that this process started ends at once. */
export function killRunningTools(): void {
  for (const tool of running) void tool.kill();
}

/** A tool that has ended before it began. */
export function neverStarted(output: string): ToolProcess {
  const exit = Promise.resolve<ToolExit>({
    exitCode: null,
    signal: null,
    timedOut: false,
    output,
    orphans: [],
  });
  const nothing = () => undefined;
  return {
    pid: -1,
    mark: newLeashMark(),
    exit,
    onLine: nothing,
    limit: nothing,
    expire: nothing,
    stop: () => exit,
    kill: () => exit,
  };
}

/** How it ended, to follow "it". */
export function howItEnded({ exitCode, signal, timedOut }: Omit<ToolExit, 'output' | 'orphans'>): string {
  const late = timedOut ? ' after it was stopped because its time was over' : '';
  if (signal !== null) return `was ended by ${signal}${late}`;
  return exitCode === null ? 'could not be started' : `ended with exit code ${exitCode}${late}`;
}

function supervised(child: ChildProcess, command: ToolCommand, mark: string): ToolProcess {
  const pid = child.pid ?? -1;
  const output = toolOutput(child.stdout, child.stderr);
  let timedOut = false;
  let deadline: NodeJS.Timeout | undefined;
  let stopping: Promise<unknown> | null = null;
  let orphansMayTakeMs = graceMs;

  const limit = (deadlineMs: number | null) => {
    clearTimeout(deadline);
    if (deadlineMs === null) return;
    deadline = setTimeout(() => expire(`It did not end within ${deadlineMs} ms.`), deadlineMs);
  };
  const expire = (why: string) => {
    timedOut = true;
    output.add(`tollgate stopped it: ${why}`);
    void stop();
  };
  const stop = async (pausesMs = stopPausesMs) => {
    stopping ??= stopGroup(pid, exit, pausesMs);
    await stopping;
    return exit;
  };

  child.stdin?.on('error', () => undefined);
  const exit = new Promise<ToolExit>((resolve) => {
    child.once('error', (error) => {
      clearTimeout(deadline);
      output.add(startFailure(command.command, error));
      resolve({ exitCode: null, signal: null, timedOut, output: output.text(), orphans: [] });
    });
    child.once('exit', async (exitCode, signal) => {
      limit(null);
      const orphans = command.mayLeave ? [] : await reapTool(pid, mark, orphansMayTakeMs);
      await closePipes(child, output);
      resolve({ exitCode, signal, timedOut, output: output.text(), orphans });
    });
  });
  limit(command.deadlineMs);

  return {
    pid,
    mark,
    exit,
    onLine: output.onLine,
    limit,
    expire,
    stop,
    kill: () => {
      orphansMayTakeMs = 0;
      signalGroup(pid, 'SIGKILL');
      return exit;
    },
  };
}

/** Its group, and what left the group but carries the tool's mark. When we cannot look, the group at least is ended. */
async function reapTool(pid: number, mark: string, waitMs: number): Promise<readonly string[]> {
  return reap((one) => one.group === pid || one.carries(leashVariable, mark), waitMs).catch(() => {
    signalGroup(pid, 'SIGKILL');
    return [];
  });
}

/** Waits for the last of the output, but not for somebody we do not know of who still holds the pipes. */
async function closePipes(child: ChildProcess, output: ToolOutput): Promise<void> {
  const isClosed = () => (child.stdout?.closed ?? true) && (child.stderr?.closed ?? true);
  if (!isClosed()) await isWithin(once(child, 'close'), pipesCloseWithinMs);
  child.stdout?.destroy();
  child.stderr?.destroy();
  output.end();
}
