import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChannel } from '../channel/server.ts';
import { hostNamed } from '../hosts/targets.ts';
import { askAgent } from './agent.ts';
import { type GuardRequest, guardBefore } from './guard.ts';
import type { Described } from './make-plan.ts';
import { maskerOf } from './mask-secrets.ts';
import type { Places } from './phases/phase.ts';
import { startTool } from './supervise.ts';
import { toolEnvironment } from './tool-environment.ts';

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
  const tempDir = await mkdtemp(join(tmpdir(), 'tollgate-'));
  const channelPath = join(tempDir, 'channel');
  const nothing = async () => undefined;
  const channel = await openChannel(channelPath, {
    record: nothing,
    keep: () => Promise.reject(new RangeError('nothing is kept here')),
  });
  const env = toolEnvironment(process.env, {});
  const hosted =
    request.host === null
      ? null
      : await hostNamed(request.host).start({
          dataDir: join(tempDir, 'target'),
          start: startTool,
          env,
          defect: null,
        });
  const agent = askAgent({
    configuration: {
      driver: request.driver,
      projectDir: request.places.projectDir,
      url: hosted?.url ?? request.url,
      options: request.options,
    },
    channel,
    channelPath,
    start: startTool,
  });
  try {
    const answer = await agent.ask('describe', null);
    if (answer.kind === 'answer')
      return { kind: 'answers', description: masker.value(answer.value as Described) };
    return { kind: 'silent', reason: masker.text(`${answer.fault.message} ${answer.fault.hint}`) };
  } finally {
    await agent.close();
    await hosted?.stop();
    await channel.close();
    await rm(tempDir, { recursive: true, force: true });
  }
}
