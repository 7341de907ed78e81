import type { HarnessFault } from '../../model/fault.ts';
import type { JournalRecord } from '../../model/observing/record.ts';
import { type GuardRequest, guardBefore, guardTarget } from '../guard/guard.ts';
import { outsideRun } from '../outside-run.ts';
import { startTool } from '../processes/supervise.ts';
import { type Masker, maskedFault, maskerOf } from '../secrets/mask-secrets.ts';
import { askAgent } from './agent.ts';
import { askToClean } from './ask-to-clean.ts';
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
  append(...records: readonly JournalRecord[]): Promise<void>;
  close(): Promise<void>;
}

export type Cleaned =
  | { readonly kind: 'silent'; readonly reason: string }
  | {
      readonly kind: 'asked';
      readonly leftovers: readonly string[];
      readonly detail: string;
      /** The guard's, when the target led to production meanwhile; the journal says so as well. */
      readonly refusal: HarnessFault | null;
    };

/**
 * Asks a running target to remove what one run made there, reads back what is left, and records both in the run's journal.
 * Only that run's id is named: what another run made stays.
 */
export async function cleanTarget(request: CleanRequest): Promise<Cleaned> {
  await guardBefore(request.guard);
  const { secrets, projectDir, production } = request.guard;
  const masker = maskerOf(secrets);
  let keeper: RecordKeeper | null = null;
  const record = async (_step: string, records: readonly JournalRecord[]) => {
    if (keeper === null) throw new RangeError('nothing is written before the journal is open');
    await keeper.append(...records.map((one) => masker.value(one)));
  };
  return outsideRun(record, async ({ channel, channelPath }) => {
    const options = targetOptions({ options: request.options, secrets });
    const configuration = { driver: request.driver, projectDir, url: request.url, options };
    const agent = askAgent({ configuration, production, channel, channelPath, start: startTool });
    try {
      const described = await agent.ask('describe', null);
      if (described.kind === 'fault') return silent(described.fault, masker);
      const { environment } = described.value as { readonly environment: string };
      guardTarget({ name: request.guard.target.name, environment });
      keeper = await request.open();
      const { fault, ...cleaned } = await askToClean(agent, request.runId);
      const { leftovers, detail } = masker.value(cleaned);
      const wasAsked = fault === null;
      await keeper.append({ kind: 'cleanup', leftovers, detail: `tollgate clean: ${detail}`, wasAsked });
      const refusal = fault?.code === 'GUARD_REFUSED' ? maskedFault(fault, masker) : null;
      return { kind: 'asked', leftovers, detail, refusal };
    } finally {
      await agent.close();
      await keeper?.close();
    }
  });
}

function silent(fault: HarnessFault, masker: Masker): Cleaned {
  if (fault.code === 'GUARD_REFUSED') throw maskedFault(fault, masker);
  return { kind: 'silent', reason: masker.text(fault.message) };
}
