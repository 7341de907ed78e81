import type { JournalRecord } from '../model/observing/record.ts';
import { type Agent, askAgent } from './agent.ts';
import { type GuardRequest, guardBefore, guardTarget } from './guard.ts';
import { maskerOf } from './mask-secrets.ts';
import { outsideRun } from './outside-run.ts';
import { startTool } from './supervise.ts';
import { targetOptions } from './target-options.ts';

export interface CleanRequest {
  readonly runId: string;
  readonly driver: string;
  readonly url: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** What is asked before anything else. */
  readonly guard: GuardRequest;
  /** Called once the target answers and is a test target; what is done to it is recorded before it is done. */
  open(): Promise<RecordKeeper>;
}

export interface RecordKeeper {
  append(record: JournalRecord): Promise<void>;
  close(): Promise<void>;
}

export type Cleaned =
  | { readonly kind: 'silent'; readonly reason: string }
  | { readonly kind: 'asked'; readonly leftovers: readonly string[]; readonly detail: string };

/**
 * Asks a running target to remove what one run made there, reads back what is left, and records both in the run's journal.
 * Only that run's id is named: what another run made stays.
 */
export async function cleanTarget(request: CleanRequest): Promise<Cleaned> {
  await guardBefore(request.guard);
  const { secrets, projectDir, production } = request.guard;
  const masker = maskerOf(secrets);
  let keeper: RecordKeeper | null = null;
  const record = async (_step: string, one: JournalRecord) => {
    if (keeper === null) throw new RangeError('nothing is written before the journal is open');
    await keeper.append(masker.value(one));
  };
  return outsideRun(record, async ({ channel, channelPath }) => {
    const options = targetOptions({ options: request.options, secrets });
    const configuration = { driver: request.driver, projectDir, url: request.url, options };
    const agent = askAgent({ configuration, production, channel, channelPath, start: startTool });
    try {
      const described = await agent.ask('describe', null);
      if (described.kind === 'fault') return { kind: 'silent', reason: masker.text(described.fault.message) };
      const { environment } = described.value as { readonly environment: string };
      guardTarget({ name: request.guard.target.name, environment });
      keeper = await request.open();
      const cleaned = masker.value(await askToClean(agent, request.runId));
      await keeper.append({ ...cleaned, kind: 'cleanup' });
      return { ...cleaned, kind: 'asked' };
    } finally {
      await agent.close();
      await keeper?.close();
    }
  });
}

async function askToClean(agent: Agent, runId: string) {
  const answer = await agent.ask('cleanup', { runId });
  if (answer.kind === 'fault')
    return { leftovers: ['unknown: the target could not be asked'], detail: answer.fault.message };
  const { removed, leftovers } = answer.value as {
    readonly removed: readonly string[];
    readonly leftovers: readonly string[];
  };
  const done = removed.length === 0 ? 'nothing was left' : `removed ${removed.join(', ')}`;
  return { leftovers, detail: `tollgate clean: ${done}` };
}
