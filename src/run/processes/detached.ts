import { type ChildProcess, spawn } from 'node:child_process';

export interface DetachedCommand {
  /** A module of ours. */
  readonly module: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** An open file that takes what it says on the error stream. */
  readonly errorFile: number;
}

/** Starts one of our own modules so that it stays when we end: in a session of its own, with no tie but its standard output. */
export function startDetached({ module, args, env, errorFile }: DetachedCommand): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', module, ...args], {
    cwd: '/',
    env,
    stdio: ['ignore', 'pipe', errorFile],
    detached: true,
  });
}
