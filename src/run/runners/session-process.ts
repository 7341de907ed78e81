import { HarnessFault } from '../../model/fault.ts';
import { howItEnded, type ToolExit } from '../processes/supervise.ts';
import { endOf } from '../processes/tool-output.ts';
import type { RunnerRequest } from '../runner.ts';

/** A tool that lives in a Node process of its own and takes commands over the channel. */
export interface SessionProcess {
  /** Throws `SessionEnded` when the process ends before it answered, and what the session itself threw otherwise. */
  ask(name: string, value: unknown): Promise<unknown>;
  /** Checks of the step that have begun so far. */
  readonly begun: ReadonlySet<string>;
  /** Waits until its workers are gone and all they said is taken; false when they are not. */
  heardOut(): Promise<boolean>;
  /** Asks it to end by itself and waits; it answers with the exit code of what it ran last. */
  finish(): Promise<ToolExit>;
  stop(): Promise<ToolExit>;
}

/** The process was gone before it answered: killed, crashed, timed out, or ended by the code it ran. */
export class SessionEnded extends Error {
  readonly exit: ToolExit;

  constructor(command: string, exit: ToolExit) {
    const output = endOf(exit.output.trim(), outputShown);
    super(`The tool's process ${howItEnded(exit)} during "${command}". ${output}`.trim());
    this.name = 'SessionEnded';
    this.exit = exit;
  }
}

const outputShown = 500;
/** How long a session may take to end once it was asked to. */
const closeMs = 10_000;
/** How long the last words of a worker that is gone may take to arrive: on a full machine, or a slow disk. */
const heardOutMs = 10_000;

/** Starts `entry` (an absolute path of a module) under the run's supervision. */
export async function openSessionProcess(request: RunnerRequest, entry: string): Promise<SessionProcess> {
  const tool = request.start({
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', entry],
    cwd: request.projectDir,
    env: request.env,
    deadlineMs: request.deadlineMs,
  });
  const link = await Promise.race([
    request.link(),
    tool.exit.then((exit) => Promise.reject(new SessionEnded('start', exit))),
  ]);

  // Its time runs while it has something to do: it may have to wait long for the turn of its phase.
  tool.limit(null);
  return {
    ask: async (name, value) => {
      tool.limit(request.deadlineMs);
      const ended = tool.exit.then((exit) => Promise.reject(new SessionEnded(name, exit)));
      const answered = link.command(name, value).catch(() => ended);
      try {
        return unwrapAnswer(await Promise.race([answered, ended]));
      } finally {
        tool.limit(null);
      }
    },
    get begun() {
      return link.begun;
    },
    heardOut: () => link.heardOut(heardOutMs),
    finish: async () => {
      void link.command('close', null).catch(() => undefined);
      const late = setTimeout(() => void tool.stop(), closeMs);
      const exit = await tool.exit;
      clearTimeout(late);
      return exit;
    },
    stop: () => tool.stop(),
  };
}

interface SessionAnswer {
  readonly ok?: unknown;
  readonly error?: string;
  readonly code?: HarnessFault['code'] | null;
  readonly hint?: string;
  readonly stack?: string;
}

/** The value that a session answered, or what it threw. */
export function unwrapAnswer(value: unknown): unknown {
  const answer = value as SessionAnswer;
  if (answer.error === undefined) return answer.ok;
  throw new HarnessFault({
    code: answer.code ?? 'INTERNAL',
    message: answer.error,
    hint: answer.hint === '' || answer.hint === undefined ? (answer.stack ?? '') : answer.hint,
  });
}
