import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ToolCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** From start to end by the wall clock; the group is stopped when it is over. Null: it runs until somebody ends it. */
  readonly deadlineMs: number | null;
}

export interface ToolExit {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  /** The last 16 KiB of what it printed on both streams. */
  readonly output: string;
}

export interface ToolProcess {
  readonly pid: number;
  readonly exit: Promise<ToolExit>;
  /** Each line of its standard output, as it comes. */
  onLine(listener: (line: string) => void): void;
  /** INT, then TERM, then KILL of the whole process group, with a pause between. Resolves when it has ended. */
  stop(): Promise<ToolExit>;
}

export type ToolStarter = (command: ToolCommand) => ToolProcess;

const leashFile = fileURLToPath(
  new URL(`./leash${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
);
const outputKept = 16 * 1024;
const stopPausesMs = [2_000, 2_000] as const;

/**
 * Starts a tool in a process group of its own, under a small parent that ends the group when we die (leash.ts): a killed
 * harness leaves nothing behind that still writes to a target.
 */
export const startTool: ToolStarter = (command) => {
  const child = spawn(process.execPath, [leashFile, command.command, ...command.args], {
    cwd: command.cwd,
    env: { ...command.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  return supervised(child, command.deadlineMs);
};

function supervised(child: ChildProcess, deadlineMs: number | null): ToolProcess {
  const pid = child.pid ?? -1;
  const listeners: ((line: string) => void)[] = [];
  let output = '';
  let pending = '';
  let timedOut = false;
  let stopping: Promise<ToolExit> | null = null;

  child.stdin?.on('error', () => undefined);
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-outputKept);
    const lines = (pending + text).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) for (const listener of listeners) listener(line);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-outputKept);
  });

  const exit = new Promise<ToolExit>((resolve) => {
    const expire = () => {
      timedOut = true;
      void stop();
    };
    const deadline = deadlineMs === null ? null : setTimeout(expire, deadlineMs);
    const finish = (exitCode: number | null, signal: string | null) => {
      if (deadline !== null) clearTimeout(deadline);
      signalGroup(pid, 'SIGKILL');
      // A last line that nobody ended is a line too; k6 leaves one.
      if (pending !== '') for (const listener of listeners) listener(pending);
      resolve({ exitCode, signal, timedOut, output });
    };
    child.once('error', (error) => {
      output += `\n${error.message}`;
      finish(null, null);
    });
    // The tool must not outlive its leash, and `close` waits for whoever still holds the pipes.
    child.once('exit', () => signalGroup(pid, 'SIGKILL'));
    child.once('close', finish);
  });

  function stop(): Promise<ToolExit> {
    stopping ??= stopGroup(pid, exit);
    return stopping;
  }
  return { pid, exit, onLine: (listener) => listeners.push(listener), stop };
}

async function stopGroup(pid: number, exit: Promise<ToolExit>): Promise<ToolExit> {
  signalGroup(pid, 'SIGINT');
  if (await endsWithin(exit, stopPausesMs[0])) return exit;
  signalGroup(pid, 'SIGTERM');
  if (await endsWithin(exit, stopPausesMs[1])) return exit;
  signalGroup(pid, 'SIGKILL');
  return exit;
}

async function endsWithin(exit: Promise<ToolExit>, ms: number): Promise<boolean> {
  const timer = Promise.withResolvers<boolean>();
  const handle = setTimeout(() => timer.resolve(false), ms);
  const ended = await Promise.race([exit.then(() => true), timer.promise]);
  clearTimeout(handle);
  return ended;
}

/** To the whole group: a browser or worker that the tool started ends with it. A group that is gone is no error. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid <= 1) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
