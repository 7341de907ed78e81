import { type ChildProcess, spawn } from 'node:child_process';

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly deadlineMs: number;
  readonly cwd?: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface CommandEnd {
  /** Null when it was killed or did not start. */
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  readonly stdout: string;
  /** Holds the reason too when the command did not start. */
  readonly stderr: string;
}

const outputKept = 64 * 1024;

/** Runs a command to its end and keeps the last of what it printed. Never rejects: how it ended is the answer. */
export function runCommand(command: Command): Promise<CommandEnd> {
  const child: ChildProcess = spawn(command.command, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let timedOut = false;
  // Where the system allows no further open file there are no pipes either; then the error below says so.
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout = (stdout + text).slice(-outputKept);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-outputKept);
  });
  return new Promise((resolve) => {
    const deadline = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, command.deadlineMs);
    const end = (exitCode: number | null) => {
      clearTimeout(deadline);
      resolve({ exitCode, timedOut, stdout, stderr });
    };
    child.once('error', (error) => {
      stderr += error.message;
      end(null);
    });
    child.once('close', end);
  });
}

/** The last lines that say something, for the message of a command that failed. */
export function lastLines(end: CommandEnd, count = 5): string {
  const lines = `${end.stdout}\n${end.stderr}`.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-count).join('\n');
}
