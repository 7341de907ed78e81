import { join } from 'node:path';
import type { HostSettings } from '../../hosts/host.ts';
import { hostNamed } from '../../hosts/targets.ts';
import { type GuardRequest, guardBefore } from '../guard/guard.ts';
import { outsideRun } from '../outside-run.ts';
import type { Places } from '../phases/phase.ts';
import { startTool } from '../processes/supervise.ts';
import { toolEnvironment } from '../processes/tool-environment.ts';
import { type Masker, maskedFault, maskerOf } from '../secrets/mask-secrets.ts';
import { type Agent, askAgent } from './agent.ts';
import type { Described } from './described.ts';

export interface DescribeRequest {
  readonly places: Places;
  readonly driver: string;
  /** The system that is started first; null for one that runs already. */
  readonly host: { readonly name: string; readonly settings: HostSettings } | null;
  readonly url: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** What is asked before anything else. */
  readonly guard: GuardRequest;
}

export type Description =
  | { readonly kind: 'answers'; readonly description: Described }
  | { readonly kind: 'silent'; readonly reason: string };

/** Asks one target what it is, outside any run: starts it if it is ours, reads, and stops it again. */
export function describeTarget(request: DescribeRequest): Promise<Description> {
  return reachOutsideRun(request, askWhatItIs);
}

/** A target with the way to it, and what takes secrets out of what it says. */
export interface Reached {
  readonly agent: Agent;
  readonly masker: Masker;
}

/** Past the guard, outside any run: one that is ours is started before and stopped after. */
export async function reachOutsideRun<Result>(
  request: DescribeRequest,
  work: (reached: Reached) => Promise<Result>,
): Promise<Result> {
  await guardBefore(request.guard);
  const masker = maskerOf(request.guard.secrets);
  const nothing = async () => undefined;
  return outsideRun(nothing, async ({ tempDir, channel, channelPath }) => {
    const hosted =
      request.host === null
        ? null
        : await hostNamed(request.host.name).start({
            dataDir: join(tempDir, 'target'),
            start: startTool,
            env: toolEnvironment(process.env, {}),
            defect: null,
            settings: request.host.settings,
          });
    const { driver, options } = request;
    const { projectDir } = request.places;
    const configuration = { driver, projectDir, url: hosted?.url ?? request.url, options };
    const { production } = request.guard;
    const agent = askAgent({ configuration, production, channel, channelPath, start: startTool });
    try {
      return await work({ agent, masker });
    } finally {
      await agent.close();
      await hosted?.stop();
    }
  });
}

/** Throws when the target leads to production. */
export async function askWhatItIs({ agent, masker }: Reached): Promise<Description> {
  const answer = await agent.ask('describe', null);
  if (answer.kind === 'answer')
    return { kind: 'answers', description: masker.value(answer.value as Described) };
  if (answer.fault.code === 'GUARD_REFUSED') throw maskedFault(answer.fault, masker);
  return { kind: 'silent', reason: masker.text(`${answer.fault.message} ${answer.fault.hint}`) };
}
