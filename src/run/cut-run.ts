import { commandSteps, type PlannedPhase, type RunPlan } from '../model/deciding/plan.ts';
import type { PlannedCheck } from '../model/observing/check.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import type { JournalLine } from '../model/observing/record.ts';
import { phases as allPhases } from './phases/index.ts';
import { isWhole } from './phases/phase.ts';

/** A run that was cut, or ended with gaps, and is taken up again in its own folder. */
export interface CutRun {
  readonly plan: RunPlan;
  readonly planDigest: string;
  /** Everything that its journal holds; empty when it was cut before its first record. */
  readonly lines: readonly JournalLine[];
  /** Ids of the checks that have no result yet: never begun, crashed, timed out, lost to an outage; or of a step whose end nobody saw. */
  readonly open: ReadonlySet<string>;
  /** Whether what its steps had left for one another is still there. */
  readonly hasHandOver: boolean;
  /** From 2. */
  readonly part: number;
  /** Processes of the part before that had to be ended first. */
  readonly reaped: readonly string[];
}

/** What this part of a run has to do. */
export interface Todo {
  /** Ids of the checks to run. */
  readonly checks: ReadonlySet<string>;
  /** Phases that begin anew, in a world of their own: what they had made is gone or half done. */
  readonly anew: ReadonlySet<PhaseName>;
}

/** Everything that is planned to run. */
export function wholeTodo(plan: RunPlan): Todo {
  const checks = plan.checks.filter(({ disposition }) => disposition.kind === 'run').map(({ id }) => id);
  return { checks: new Set(checks), anew: new Set() };
}

/**
 * Only what has no result, except where steps build on one another: a load that was cut cannot be continued, because nobody
 * knows what of it arrived, so its phase begins anew. What is finished in the other phases is not run again.
 */
export function todoOf(cut: CutRun): Todo {
  const checks = new Set<string>();
  const anew = new Set<PhaseName>();
  for (const phase of cut.plan.phases) {
    const planned = cut.plan.checks.filter(
      (check) => check.phase === phase.name && check.disposition.kind === 'run',
    );
    const open = planned.filter(({ id }) => cut.open.has(id));
    if (open.length === 0) continue;
    const beginsAnew = mustBeginAnew(cut, phase, open);
    if (beginsAnew) anew.add(phase.name);
    for (const { id } of beginsAnew ? planned : withTheirCommands(phase, { planned, open })) checks.add(id);
  }
  return { checks, anew };
}

function mustBeginAnew(cut: CutRun, phase: PlannedPhase, open: readonly PlannedCheck[]): boolean {
  const shipped = allPhases.find(({ name }) => name === phase.name);
  if (shipped === undefined || !isWhole(shipped)) return false;
  // Cleaning up took away what the steps had made for one another.
  if (wasCleanedUp(cut.lines) || !cut.hasHandOver) return true;
  // What the finished steps left speaks of the target as it was: a sandbox of ours is elsewhere now, and counts anew.
  const openSteps = shipped.steps.filter(({ name }) => open.some(({ step }) => step === name));
  return openSteps.some(({ whenCut }) => whenCut === 'phase') && hasBegun(cut.lines, phase.name);
}

function wasCleanedUp(lines: readonly JournalLine[]): boolean {
  return lines.some(({ record }) => record.kind === 'cleanup');
}

function hasBegun(lines: readonly JournalLine[], phase: PhaseName): boolean {
  return lines.some(({ record }) => record.kind === 'step-started' && record.phase === phase);
}

function withTheirCommands(
  phase: PlannedPhase,
  { planned, open }: { readonly planned: readonly PlannedCheck[]; readonly open: readonly PlannedCheck[] },
): readonly PlannedCheck[] {
  const commands = commandSteps([phase]);
  const openSteps = new Set(open.map(({ step }) => step));
  const isOpen = new Set(open);
  return planned.filter(
    (check) =>
      isOpen.has(check) || (commands.has(`${phase.name}/${check.step}`) && openSteps.has(check.step)),
  );
}
