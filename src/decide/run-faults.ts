import type { RunPlan } from '../model/deciding/plan.ts';
import type { PhaseSummary } from '../model/deciding/verdict.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import { clockFaults } from './conditions.ts';
import type { RunPart } from './run-parts.ts';
import { shardFaults } from './shard-faults.ts';

export interface RunFaultCase {
  readonly plan: RunPlan;
  /** Before its places were filled with what suites turned out to hold. */
  readonly asPlanned: RunPlan;
  readonly phases: readonly PhaseSummary[];
  readonly parts: readonly RunPart[];
  readonly records: readonly JournalRecord[];
}

/** What is wrong with the run as a whole, whatever its phases say. */
export function runFaultsOf({ plan, asPlanned, phases, parts, records }: RunFaultCase): string[] {
  return [
    ...parts.flatMap(partFaults),
    ...shardFaults(plan, parts),
    ...scopeFaults({ plan, asPlanned, phases }),
    ...unplannedResults(plan, records),
    ...clockFaults({ records }),
  ];
}

/** Whether options chose a part of the checks, so that nothing is said about the release. */
export function isNarrowed(plan: RunPlan): boolean {
  const { phases, tags, checks, failedOf, shard = null } = plan.scope;
  return phases.length > 0 || tags !== null || checks.length > 0 || failedOf !== null || shard !== null;
}

/** More machines than checks: everything belongs to the others, and this one has nothing to prove. */
export function isEmptyShard({ checks, scope }: RunPlan): boolean {
  const { shard = null } = scope;
  if (shard === null || checks.some(({ disposition }) => disposition.kind === 'run')) return false;
  return checks.some(
    ({ disposition }) => disposition.kind === 'excluded' && disposition.inShard !== undefined,
  );
}

function partFaults({ name, finished, canary }: RunPart): string[] {
  if (finished === null)
    return [`${name}The run did not come to its end; nothing after its last record is known.`];
  switch (finished.reason) {
    case 'completed':
      return [];
    case 'interrupted':
      return [`${name}The run was interrupted before its end.`];
    case 'canary':
      return [`${name}The run was ended at the canary. ${canary?.detail ?? 'Why, was not recorded.'}`];
    case 'guard':
      return [`${name}The run was ended by the production guard.`];
  }
}

/** A result that nobody planned comes from something else than what was to be judged. */
function unplannedResults(plan: RunPlan, records: readonly JournalRecord[]): string[] {
  const planned = new Set(
    plan.checks.filter(({ disposition }) => disposition.kind === 'run').map(({ id }) => id),
  );
  const strangers = (kind: 'check-finished' | 'difference') => [
    ...new Set(
      records.flatMap((record) =>
        record.kind === kind && !planned.has(record.checkId) ? [record.checkId] : [],
      ),
    ),
  ];
  const [results, amounts] = [strangers('check-finished'), strangers('difference')];
  return [
    ...(results.length === 0
      ? []
      : [`Found a result of ${results.slice(0, 5).join(', ')}, which was not planned.`]),
    ...(amounts.length === 0
      ? []
      : [`Found a wrong amount of ${amounts.slice(0, 5).join(', ')}, which was not planned.`]),
  ];
}

/** Options that select nothing, or less than they name, would otherwise look like a run in which nothing failed. */
function scopeFaults({
  plan,
  asPlanned,
  phases,
}: Pick<RunFaultCase, 'plan' | 'asPlanned' | 'phases'>): string[] {
  const isEmpty = isNarrowed(plan) && phases.every((phase) => phase.state === 'not-in-scope');
  if (isEmpty && !isEmptyShard(plan))
    return [`No check matches the options (${plan.command}); nothing was run.`];
  const listed = new Set([...asPlanned.checks, ...plan.checks].map(({ id }) => id));
  const unknown = plan.scope.checks.filter((id) => !listed.has(id));
  if (unknown.length === 0) return [];
  return [`Found no check ${unknown.join(', ')}, which the options ask for; expected ids of this version.`];
}
