import type { DecidedCheck, DecidedStatus } from '../model/deciding/decided-run.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { PlannedCheck } from '../model/observing/check.ts';
import type { JournalLine } from '../model/observing/record.ts';
import type { PhaseFacts } from './phase-facts.ts';
import type { CheckTestimony } from './testimony.ts';

/** Each check with everything that was recorded about it. */
export function decidedChecks(
  plan: RunPlan,
  facts: readonly PhaseFacts[],
  lines: readonly JournalLine[],
): DecidedCheck[] {
  const results = new Map(facts.flatMap((phase) => [...phase.results]));
  const records = lines.map((line) => line.record);
  const differences = Map.groupBy(
    records.filter((record) => record.kind === 'difference'),
    (record) => record.checkId,
  );
  const evidence = Map.groupBy(
    records.filter((record) => record.kind === 'evidence'),
    (record) => record.checkId,
  );
  const measurements = Map.groupBy(
    records.filter((record) => record.kind === 'measurement'),
    (record) => record.checkId,
  );
  return plan.checks.map((check) => {
    const result = results.get(check.id);
    return {
      check,
      status: statusOf(check, result),
      cause: result?.cause ?? null,
      durationMs: result?.durationMs ?? 0,
      error: result?.error ?? null,
      reason: reasonOf(check, result),
      differences: (differences.get(check.id) ?? []).map((record) => record.difference),
      evidence: (evidence.get(check.id) ?? []).map((record) => record.evidence),
      measurements: (measurements.get(check.id) ?? []).map(({ name, value, unit }) => ({
        name,
        value,
        unit,
      })),
    };
  });
}

function statusOf(check: PlannedCheck, result: CheckTestimony | undefined): DecidedStatus {
  if (check.disposition.kind === 'excluded') return 'excluded';
  return result?.status ?? 'not-run';
}

function reasonOf(check: PlannedCheck, result: CheckTestimony | undefined): string {
  if (check.disposition.kind === 'excluded')
    return `excluded by ${check.disposition.by}: ${check.disposition.reason}`;
  return result === undefined ? 'planned, but without a result' : '';
}
