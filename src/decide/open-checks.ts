import type { DecidedCheck } from '../model/deciding/decided-run.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import type { JournalLine } from '../model/observing/record.ts';
import { type StepAttempt, stepAttempts } from './attempts.ts';
import { placesOf } from './found-checks.ts';
import { runParts } from './run-parts.ts';
import { causesWithoutResult } from './testimony.ts';

export interface RunSoFar {
  readonly plan: RunPlan;
  readonly lines: readonly JournalLine[];
  readonly checks: readonly DecidedCheck[];
}

/**
 * Ids of the planned checks that a run which is taken up again has to run: those without a result, and all of a step that has
 * every result but whose end nobody saw. What its tool said last, such as a clean-up that failed, is told by its exit code and
 * report alone.
 */
export function openChecks({ plan, lines, checks }: RunSoFar): ReadonlySet<string> {
  const records = lines.map(({ record }) => record);
  const without = placesOf(plan, records, new Set(withoutResult(checks)));
  const planned = plan.checks.filter(({ disposition }) => disposition.kind === 'run');
  const begun = new Set(planned.filter(({ id }) => without.has(id)).map(stepKey));
  const unseen = new Set(stepsWithoutEnd(lines).map(stepKey));
  const again = planned.filter((check) => unseen.has(stepKey(check)) && !begun.has(stepKey(check)));
  return new Set([...without, ...again.map(({ id }) => id)]);
}

/** What failed has a result. */
function withoutResult(checks: readonly DecidedCheck[]): readonly string[] {
  return checks
    .filter(
      ({ status, cause }) => status === 'not-run' || (status === 'broken' && causesWithoutResult.has(cause)),
    )
    .map(({ check }) => check.id);
}

/** Cut or stopped with the run, the last time that they were run. */
function stepsWithoutEnd(lines: readonly JournalLine[]): readonly StepAttempt[] {
  const byStep = Map.groupBy(stepAttempts(runParts(lines)), stepKey);
  return [...byStep.values()].flatMap((attempts) => attempts.slice(-1)).filter(hasNoEnd);
}

function hasNoEnd({ ended }: StepAttempt): boolean {
  return ended?.kind !== 'step-finished' || ended.wasStopped === true;
}

function stepKey({ phase, step }: { readonly phase: PhaseName; readonly step: string }): string {
  return `${phase}/${step}`;
}
