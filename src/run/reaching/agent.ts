import { fileURLToPath } from 'node:url';
import { agentVariable, channelVariable, productionVariable, stepVariable } from '../../channel/message.ts';
import type { ChannelServer } from '../../channel/server.ts';
import { HarnessFault } from '../../model/fault.ts';
import { howItEnded, type ToolStarter } from '../processes/supervise.ts';
import { toolEnvironment } from '../processes/tool-environment.ts';
import { endOf } from '../processes/tool-output.ts';
import type { ProductionMarks, RunRequest } from '../request.ts';
import { unwrapAnswer } from '../runners/session-process.ts';
import type { Workplace } from '../workplace.ts';
import { openPatience } from './patience.ts';
import { targetOptions } from './target-options.ts';

const entry = fileURLToPath(
  new URL(import.meta.url.replace(/run\/reaching\/agent(\.[jt]s)$/, 'drivers/agent$1')),
);
const step = 'agent';
const dayMs = 24 * 3_600_000;
const answerWithinMs = 30_000;
/** For all answers together, once the run is to end. */
const hurriedMs = 1_500;

/** The run's own way to the target: a child that holds the driver. Asking never throws for a target that is silent. */
export interface Agent {
  /** `withinMs` is how long it may take; 30 s where nothing is said. */
  ask(name: string, value: unknown, withinMs?: number): Promise<AgentAnswer>;
  close(): Promise<void>;
}

export type AgentAnswer =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly fault: HarnessFault };

/** Answers for a target that could not even be started: every question with that fault. */
export function silentAgent(fault: HarnessFault): Agent {
  return { ask: async () => ({ kind: 'fault', fault }), close: async () => undefined };
}

export interface AgentParts {
  readonly configuration: {
    readonly driver: string;
    readonly projectDir: string;
    readonly url: string;
    readonly options: Readonly<Record<string, unknown>>;
  };
  /** Where a redirect ends the run. */
  readonly production: ProductionMarks;
  readonly channel: ChannelServer;
  readonly channelPath: string;
  readonly start: ToolStarter;
  /** Aborted when the run is to end. */
  readonly ending?: AbortSignal;
}

export function startAgent(request: RunRequest, workplace: Workplace, url: string): Agent {
  const { driver } = request.target;
  const options = targetOptions({ options: request.target.options, secrets: request.secrets });
  const { channel, channelPath, start } = workplace;
  return askAgent({
    configuration: { driver, projectDir: request.places.projectDir, url, options },
    production: request.production,
    channel,
    channelPath,
    start,
    ending: request.signal,
  });
}

export function askAgent({
  configuration,
  production,
  channel,
  channelPath,
  start,
  ending,
}: AgentParts): Agent {
  const patient = openPatience(ending ?? null, hurriedMs);
  const tool = start({
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', entry],
    cwd: configuration.projectDir,
    env: toolEnvironment(process.env, {
      [channelVariable]: channelPath,
      [stepVariable]: step,
      [agentVariable]: JSON.stringify(configuration),
      [productionVariable]: JSON.stringify(production),
    }),
    deadlineMs: dayMs,
  });
  const ended = tool.exit.then((exit): never => {
    throw agentFault(`it ${howItEnded(exit)}: ${endOf(exit.output.trim(), 500)}`);
  });
  ended.catch(() => undefined);

  return {
    ask: async (name, value, withinMs = answerWithinMs) => {
      try {
        const asked = channel.session(step).then((link) => link.command(name, value));
        const answered = await patient(Promise.race([asked, ended]), withinMs);
        if (answered === null) throw agentFault(`it did not answer "${name}" in time`);
        return { kind: 'answer', value: unwrapAnswer(answered) };
      } catch (error) {
        if (error instanceof HarnessFault) return { kind: 'fault', fault: error };
        throw error;
      }
    },
    close: async () => {
      await tool.stop();
    },
  };
}

function agentFault(what: string): HarnessFault {
  return new HarnessFault({
    code: 'TARGET_UNREACHABLE',
    message: `The process that holds the driver failed: ${what}.`,
    hint: 'Try the target alone with: npx tollgate targets',
  });
}
