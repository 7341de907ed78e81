import type { RunPlan } from '../model/deciding/plan.ts';
import type { StepAttempt } from './attempts.ts';
import { clockFaults } from './conditions.ts';
import type { Facts } from './facts.ts';
import type { RunPart } from './run-parts.ts';
import { shardFaults } from './shard-faults.ts';
import { unheardResults } from './unheard-results.ts';

export interface RunFaultCase {
  readonly facts: Facts;
  /** Before its places were filled with what suites turned out to hold. */
  readonly asPlanned: RunPlan;
  readonly attempts: readonly StepAttempt[];
}

/** What is wrong with the run as a whole, whatever its phases say. */
export function runFaultsOf({ facts, asPlanned, attempts }: RunFaultCase): string[] {
  const { plan, parts, records } = facts;
  return [
    ...parts.flatMap(partFaults),
    ...shardFaults(plan, parts),
    ...scopeFaults(facts, asPlanned),
    ...unheardResults(plan, records, attempts),
    ...versionFaults(attempts),
    // Of a whole run a criterion asks for it.
    ...(isNarrowed(plan) ? leftBehind(facts) : []),
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

/** What two versions of a tool say together, neither of them said. */
function versionFaults(attempts: readonly StepAttempt[]): string[] {
  const byStep = Map.groupBy(attempts, ({ phase, step }) => `${phase}, step ${step}`);
  return [...byStep].flatMap(([name, ofStep]) => {
    const versions = new Set(ofStep.flatMap(({ started }) => started?.toolVersion ?? []));
    if (versions.size < 2) return [];
    return [`${name}: was run with versions ${[...versions].join(' and ')} of its tool, expected one.`];
  });
}

/** What a run of a part of the checks did not see to its end in the target. */
function leftBehind({ writes, parts }: Facts): string[] {
  const unknown = writes.filter(({ state }) => state === 'unknown').map(({ intent }) => intent.request);
  return [
    ...(unknown.length === 0 ? [] : [`Nobody knows whether it happened: ${unknown.slice(0, 3).join(', ')}.`]),
    ...parts.flatMap(({ name, cleanup, finished }) => {
      if (finished?.reason !== 'completed') return [];
      if (cleanup === null || cleanup.wasAsked === false) return [`${name}The cleanup did not report.`];
      if (cleanup.leftovers.length === 0) return [];
      return [`${name}Left in the target: ${cleanup.leftovers.slice(0, 3).join(', ')}.`];
    }),
  ];
}

/** Options that select nothing, or less than they name, would otherwise look like a run in which nothing failed. */
function scopeFaults({ plan, phases }: Facts, asPlanned: RunPlan): string[] {
  const isEmpty = isNarrowed(plan) && phases.every((phase) => phase.state === 'not-in-scope');
  if (isEmpty && !isEmptyShard(plan))
    return [`No check matches the options (${plan.command}); nothing was run.`];
  const listed = new Set([...asPlanned.checks, ...plan.checks].map(({ id }) => id));
  const unknown = plan.scope.checks.filter((id) => !listed.has(id));
  const asked = new Set(plan.scope.checks);
  return [
    ...(unknown.length === 0
      ? []
      : [`Found no check ${unknown.join(', ')}, which the options ask for; expected ids of this version.`]),
    ...plan.checks.flatMap(({ id, disposition }) =>
      asked.has(id) && disposition.kind === 'excluded' && disposition.by !== 'option'
        ? [`Check ${id}, which the options ask for, cannot be run: ${disposition.reason}.`]
        : [],
    ),
  ];
}
