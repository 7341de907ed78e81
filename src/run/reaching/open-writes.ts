import type { JournalRecord } from '../../model/observing/record.ts';
import type { Workplace } from '../workplace.ts';
import type { Agent } from './agent.ts';

type Intent = Extract<JournalRecord, { kind: 'intent' }>;
type Settled = Extract<JournalRecord, { kind: 'settled' }>;

/** Writes that were announced and of which nobody knows whether they happened. Reading settles them; nothing is sent again. */
export interface OpenWrites {
  /** Whether any write was announced, in this part of the run or before. */
  readonly hasAny: boolean;
  /** Reads the target for each of them and records what it says. */
  settle(agent: Agent): Promise<void>;
}

/** `before`: what earlier parts of the run recorded. */
export function watchWrites(workplace: Workplace, before: readonly JournalRecord[]): OpenWrites {
  const open = new Map<string, Intent>();
  const unknown = new Map<string, Intent>();
  let hasAny = false;
  const take = (record: JournalRecord) => {
    switch (record.kind) {
      case 'intent':
        hasAny = true;
        open.set(record.intentId, record);
        break;
      case 'outcome': {
        const intent = open.get(record.intentId);
        open.delete(record.intentId);
        if (record.outcome === 'unknown' && intent !== undefined) unknown.set(record.intentId, intent);
        break;
      }
      case 'settled':
        if (record.outcome === 'unknown') break;
        open.delete(record.intentId);
        unknown.delete(record.intentId);
        break;
      default:
        break;
    }
  };
  for (const record of before) take(record);
  workplace.onRecord(take);
  return {
    get hasAny() {
      return hasAny;
    },
    settle: (agent) => settleAll({ workplace, agent, writes: [...open.values(), ...unknown.values()] }),
  };
}

interface SettleParts {
  readonly workplace: Workplace;
  readonly agent: Agent;
  readonly writes: readonly Intent[];
}

async function settleAll({ workplace, agent, writes }: SettleParts): Promise<void> {
  if (writes.length === 0) return;
  const asked = writes.map(({ intentId, operation, request, idempotencyKey }) => ({
    intentId,
    operation,
    request,
    idempotencyKey,
  }));
  const answer = await agent.ask('settle', { runId: workplace.runId, writes: asked });
  // A target that cannot be asked leaves them unknown, which the verdict says.
  if (answer.kind === 'fault') return;
  for (const { intentId, outcome, detail } of answer.value as readonly Omit<Settled, 'kind'>[])
    await workplace.record({ kind: 'settled', intentId, outcome, detail });
}
