import { fileURLToPath } from 'node:url';
import { channelVariable, stepVariable } from '../channel/message.ts';
import type { ChannelServer } from '../channel/server.ts';
import { watchSilence } from '../run/processes/silence.ts';
import { howItEnded, startTool, type ToolProcess } from '../run/processes/supervise.ts';
import { toolEnvironment } from '../run/processes/tool-environment.ts';
import { unwrapAnswer } from '../run/runners/session-process.ts';

const entry = fileURLToPath(new URL(`./worker/main${import.meta.url.slice(-3)}`, import.meta.url));

/** One in which nothing happens for so long is held up for good: it says every second that it lives. */
const silenceMs = 20_000;
const startMs = 60_000;

export interface WorkerPlace {
  readonly name: string;
  readonly cwd: string;
  readonly channel: ChannelServer;
  readonly channelPath: string;
}

export interface WorkerProcess {
  /** Rejects with `WorkerLost` when the process ends or falls silent before it answered. */
  ask(name: string, value: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** The process that should have answered is gone. */
export class WorkerLost extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WorkerLost';
  }
}

/** Starts a process that holds suites and defects, and waits until it can be asked. */
export async function startWorker({ name, cwd, channel, channelPath }: WorkerPlace): Promise<WorkerProcess> {
  const tool = startTool({
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', entry],
    cwd,
    env: toolEnvironment(process.env, { [channelVariable]: channelPath, [stepVariable]: name }),
    deadlineMs: startMs,
  });
  const lost = lostWith(tool);
  const link = await Promise.race([channel.session(name), lost]);
  tool.limit(null);
  const unwatch = watchSilence({
    signs: () => channel.signsOf(name),
    group: tool.pid,
    silenceMs,
    onSilent: (why) => tool.expire(why),
  });
  return {
    ask: async (command, value) => {
      // When it ends, what was asked of it is refused, too; how it ended says more.
      const answer = link.command(command, value).catch(() => lost);
      return unwrapAnswer(await Promise.race([answer, lost]));
    },
    stop: async () => {
      unwatch();
      await tool.kill();
    },
  };
}

function lostWith(tool: ToolProcess): Promise<never> {
  const lost = tool.exit.then((exit) => {
    throw new WorkerLost(`it ${howItEnded(exit)}. ${exit.output.trim().slice(-400)}`);
  });
  lost.catch(() => undefined);
  return lost;
}
