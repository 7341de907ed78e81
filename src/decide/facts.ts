import type { DecidedCheck } from '../model/deciding/decided-run.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { MoneyAtStake, PhaseSummary } from '../model/deciding/verdict.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import type { RunPart } from './run-parts.ts';
import type { Write } from './writes.ts';

/** Everything a gate may look at. Nothing in here was decided by a gate. */
export interface Facts {
  readonly plan: RunPlan;
  readonly phases: readonly PhaseSummary[];
  readonly checks: readonly DecidedCheck[];
  readonly money: readonly MoneyAtStake[];
  readonly records: readonly JournalRecord[];
  readonly writes: readonly Write[];
  readonly parts: readonly RunPart[];
}

export function phaseOf(facts: Facts, name: string): PhaseSummary | undefined {
  return facts.phases.find((phase) => phase.name === name);
}
