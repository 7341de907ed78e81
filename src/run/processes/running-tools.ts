import { basename, dirname, join } from 'node:path';
import { channelVariable } from '../../channel/message.ts';
import type { ChannelServer } from '../../channel/server.ts';
import type { LeaseKeeper } from './lease.ts';
import { graceMs, reap } from './orphans.ts';
import { watchSilence } from './silence.ts';
import type { StopPauses } from './stop-group.ts';
import {
  neverStarted,
  startTool,
  type ToolCommand,
  type ToolProcess,
  type ToolStarter,
} from './supervise.ts';

/** Every process that a run has started, in two kinds: the tools of its steps, and what serves the whole run (target, agent). */
export interface RunningTools {
  readonly startService: ToolStarter;
  /** For one step, `phase/name`: it is watched for silence, and refused once the steps were stopped. */
  startFor(step: string): ToolStarter;
  /** From here on no step works. What serves the run goes on, so that the target can be cleaned up. */
  stopSteps(): Promise<void>;
  /** Ends everything, and whatever else carries the run's channel. Answers what had to be ended that no tool of ours was. */
  end(): Promise<readonly string[]>;
}

export interface RunningToolsRequest {
  readonly lease: LeaseKeeper;
  readonly channel: ChannelServer;
  readonly channelPath: string;
  readonly silenceMs: number;
}

const servicePausesMs: StopPauses = [500, 500];

export function runningTools(request: RunningToolsRequest): RunningTools {
  const { lease, channel, channelPath, silenceMs } = request;
  const services = new Set<ToolProcess>();
  const steps = new Set<ToolProcess>();
  let isOver = false;

  function enter(tool: ToolProcess, kind: Set<ToolProcess>, what: string): ToolProcess {
    const leased = { pid: tool.pid, mark: tool.mark, what };
    kind.add(tool);
    lease.began(leased);
    void tool.exit.then(() => {
      kind.delete(tool);
      lease.ended(leased);
    });
    return tool;
  }

  function startStep(step: string, tool: ToolProcess): ToolProcess {
    const unwatch = watchSilence({
      signs: () => channel.signsOf(step),
      group: tool.pid,
      silenceMs,
      onSilent: (why) => tool.expire(why),
    });
    void tool.exit.then(unwatch);
    return enter(tool, steps, `step ${step}`);
  }

  const stopSteps = async () => {
    isOver = true;
    await Promise.all([...steps].map((tool) => tool.stop()));
  };
  return {
    startService: (command) => enter(startTool(command), services, shortName(command)),
    startFor: (step) => (command) =>
      isOver
        ? neverStarted('The run was interrupted before this was started.')
        : startStep(step, startTool(command)),
    stopSteps,
    end: async () => {
      await Promise.all([stopSteps(), ...[...services].map((tool) => tool.stop(servicePausesMs))]);
      return reap((one) => one.carries(channelVariable, channelPath), graceMs).catch(() => []);
    },
  };
}

/** The file that it runs, and nothing that an option says: the name of a defect is the sandbox's business only. */
function shortName({ command, args }: ToolCommand): string {
  const file = args.find((argument) => !argument.startsWith('-')) ?? command;
  return join(basename(dirname(file)), basename(file));
}
