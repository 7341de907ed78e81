import { join } from 'node:path';
import { hostNamed } from '../hosts/targets.ts';
import { askAgent } from './agent.ts';
import { type GuardRequest, guardBefore } from './guard/guard.ts';
import type { Described } from './make-plan.ts';
import { outsideRun } from './outside-run.ts';
import type { Places } from './phases/phase.ts';
import { startTool } from './processes/supervise.ts';
import { toolEnvironment } from './processes/tool-environment.ts';
import { maskedFault, maskerOf } from './secrets/mask-secrets.ts';

export interface DescribeRequest {
  readonly places: Places;
  readonly driver: string;
  readonly host: string | null;
  readonly url: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** What is asked before anything else. */
  readonly guard: GuardRequest;
}

export type Description =
  | { readonly kind: 'answers'; readonly description: Described }
  | { readonly kind: 'silent'; readonly reason: string };

/** Asks one target what it is, outside any run: starts it if it is ours, reads, and stops it again. */
export async function describeTarget(request: DescribeRequest): Promise<Description> {
  await guardBefore(request.guard);
  const masker = maskerOf(request.guard.secrets);
  const nothing = async () => undefined;
  return outsideRun(nothing, async ({ tempDir, channel, channelPath }) => {
    const hosted =
      request.host === null
        ? null
        : await hostNamed(request.host).start({
            dataDir: join(tempDir, 'target'),
            start: startTool,
            env: toolEnvironment(process.env, {}),
            defect: null,
          });
    const { driver, options } = request;
    const { projectDir } = request.places;
    const configuration = { driver, projectDir, url: hosted?.url ?? request.url, options };
    const { production } = request.guard;
    const agent = askAgent({ configuration, production, channel, channelPath, start: startTool });
    try {
      const answer = await agent.ask('describe', null);
      if (answer.kind === 'answer')
        return { kind: 'answers', description: masker.value(answer.value as Described) };
      if (answer.fault.code === 'GUARD_REFUSED') throw maskedFault(answer.fault, masker);
      return { kind: 'silent', reason: masker.text(`${answer.fault.message} ${answer.fault.hint}`) };
    } finally {
      await agent.close();
      await hosted?.stop();
    }
  });
}
