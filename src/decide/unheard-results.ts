import type { RunPlan } from '../model/deciding/plan.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import type { StepAttempt } from './attempts.ts';

/** Results and amounts that the phases do not hear: of what was not planned, or outside the step that the check belongs to. */
export function unheardResults(
  plan: RunPlan,
  records: readonly JournalRecord[],
  attempts: readonly StepAttempt[],
): string[] {
  return [...unplannedResults(plan, records), ...resultsElsewhere(plan, records, attempts)];
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

/** A result that stands outside its own step would be heard by nobody. */
function resultsElsewhere(
  plan: RunPlan,
  records: readonly JournalRecord[],
  attempts: readonly StepAttempt[],
): string[] {
  const places = new Map(plan.checks.map(({ id, phase, step }) => [id, `${phase}/${step}`]));
  const heard = new Set(
    attempts.flatMap(({ phase, step, lines }) =>
      lines.flatMap(({ record }) =>
        record.kind === 'check-finished' && places.get(record.checkId) === `${phase}/${step}` ? [record] : [],
      ),
    ),
  );
  const stray = records.flatMap((record) =>
    record.kind === 'check-finished' && places.has(record.checkId) && !heard.has(record)
      ? [record.checkId]
      : [],
  );
  if (stray.length === 0) return [];
  return [
    `Found a result of ${[...new Set(stray)].slice(0, 5).join(', ')} outside its own step, expected none there.`,
  ];
}
