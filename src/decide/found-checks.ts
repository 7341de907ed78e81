import type { PlannedStep, RunPlan } from '../model/deciding/plan.ts';
import { checkTitle, type ListedCheck, type PlannedCheck } from '../model/observing/check.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import type { JournalRecord } from '../model/observing/record.ts';

/** What keeps a step from proving what it planned. */
export interface FoundFault {
  readonly phase: PhaseName;
  readonly step: string;
  readonly message: string;
}

export interface PlanWithFound {
  readonly plan: RunPlan;
  readonly faults: readonly FoundFault[];
}

type CheckFound = Extract<JournalRecord, { readonly kind: 'check-found' }>;

interface CountStep {
  readonly expectedCount: number;
  /** In the order in which they were found, each once. */
  readonly found: PlannedCheck[];
}

/**
 * The plan with the checks that teams' own suites turned out to hold, in the places that were planned by number. Places that
 * stay empty are planned checks without a result. The same plan where nothing was found.
 */
export function withFound(plan: RunPlan, records: readonly JournalRecord[]): PlanWithFound {
  const found = records.filter((record): record is CheckFound => record.kind === 'check-found');
  if (found.length === 0) return { plan, faults: [] };
  const steps = countSteps(plan);
  const planned = new Map(plan.checks.map((check) => [check.id, check]));
  const seen = new Map<string, ListedCheck>();
  const strangers: FoundFault[] = [];
  for (const { check } of found) {
    const step = steps.get(stepKey(check));
    const other = planned.get(check.id) ?? differentPlace(seen.get(check.id), check);
    if (step === undefined || other !== undefined) strangers.push(strangerFault(check, other));
    else if (!seen.has(check.id)) step.found.push({ ...check, disposition: { kind: 'run' } });
    seen.set(check.id, seen.get(check.id) ?? check);
  }
  return {
    plan: { ...plan, checks: filled(plan.checks, steps) },
    faults: [...strangers, ...tooMany(plan, steps)],
  };
}

/**
 * The same checks as the plan itself names them, for whoever runs some of them again: one that was found stands for all
 * places of its step, because its command runs whole.
 */
export function placesOf(
  plan: RunPlan,
  records: readonly JournalRecord[],
  ids: ReadonlySet<string>,
): ReadonlySet<string> {
  const meant = new Set(
    withFound(plan, records)
      .plan.checks.filter(({ id }) => ids.has(id))
      .map(stepKey),
  );
  const counted = countSteps(plan);
  const places = plan.checks.filter((check) => {
    const key = stepKey(check);
    return ids.has(check.id) || (counted.has(key) && meant.has(key));
  });
  return new Set(places.map(({ id }) => id));
}

function countSteps(plan: RunPlan): ReadonlyMap<string, CountStep> {
  return new Map(
    plan.phases.flatMap((phase) =>
      phase.steps.flatMap(({ name, expectedCount }: PlannedStep) =>
        expectedCount === undefined
          ? []
          : [[stepKey({ phase: phase.name, step: name }), { expectedCount, found: [] }] as const],
      ),
    ),
  );
}

function stepKey({ phase, step }: { readonly phase: PhaseName; readonly step: string }): string {
  return `${phase}/${step}`;
}

function differentPlace(first: ListedCheck | undefined, check: ListedCheck): ListedCheck | undefined {
  return first === undefined || stepKey(first) === stepKey(check) ? undefined : first;
}

function strangerFault(check: ListedCheck, other: ListedCheck | undefined): FoundFault {
  const { phase, step, id } = check;
  const message =
    other === undefined
      ? `found ${id} (${checkTitle(check)}), which was not planned; expected only what the plan lists.`
      : `found ${id} (${checkTitle(check)}), which is already a check of ${stepKey(other)}; expected each check in one place.`;
  return { phase, step, message };
}

/** Found checks take their step's places in order; those without a place follow at the end. */
function filled(
  checks: readonly PlannedCheck[],
  steps: ReadonlyMap<string, CountStep>,
): readonly PlannedCheck[] {
  const used = new Map<string, number>();
  const placed = checks.map((check) => {
    const key = stepKey(check);
    const place = used.get(key) ?? 0;
    used.set(key, place + 1);
    return steps.get(key)?.found[place] ?? check;
  });
  const extra = [...steps].flatMap(([key, { found }]) => found.slice(used.get(key) ?? 0));
  return [...placed, ...extra];
}

function tooMany(plan: RunPlan, steps: ReadonlyMap<string, CountStep>): FoundFault[] {
  return plan.phases.flatMap(({ name: phase, steps: planned }) =>
    planned.flatMap(({ name: step }) => {
      const counted = steps.get(stepKey({ phase, step }));
      if (counted === undefined || counted.found.length <= counted.expectedCount) return [];
      const { found, expectedCount } = counted;
      return [
        {
          phase,
          step,
          message: `found ${found.length} results, expected ${expectedCount} as tollgate.yaml says.`,
        },
      ];
    }),
  );
}
