import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunPlan } from '../../src/model/deciding/plan.ts';
import type { JournalLine, JournalRecord } from '../../src/model/observing/record.ts';

/** The one run of a project, as far as it came; null when it had no folder yet. */
export function runIn(project: string): { readonly id: string; readonly dir: string } | null {
  const reports = join(project, 'reports');
  const [id] = existsSync(reports) ? readdirSync(reports).filter((name) => /^\d{8}-/.test(name)) : [];
  return id === undefined ? null : { id, dir: join(reports, id) };
}

/** Whole lines of the journal; none where there is no journal. */
export function recordsOf(runDir: string): readonly JournalRecord[] {
  const path = join(runDir, 'journal.ndjson');
  if (!existsSync(path)) return [];
  const whole = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return whole.map((line) => (JSON.parse(line) as JournalLine).record);
}

export function planOf(runDir: string): RunPlan {
  return JSON.parse(readFileSync(join(runDir, 'plan.json'), 'utf8')) as RunPlan;
}

/** Ids of the checks with a result of their own: passed or failed. */
export function finishedChecks(records: readonly JournalRecord[]): ReadonlySet<string> {
  return new Set(
    records.flatMap((record) =>
      record.kind === 'check-finished' && record.status !== 'broken' ? [record.checkId] : [],
    ),
  );
}

/**
 * Ids of the checks of steps that were cut or stopped when all of them had a result and their tool had not ended: those are
 * run again, because nobody saw how it ended.
 */
export function checksWithoutEnd(records: readonly JournalRecord[]): ReadonlySet<string> {
  const cuts = records.flatMap(({ kind }, at) => (kind === 'run-resumed' ? [at] : []));
  return new Set([...cuts, records.length].flatMap((at) => lastStepWithoutEnd(records.slice(0, at))));
}

function lastStepWithoutEnd(records: readonly JournalRecord[]): readonly string[] {
  const last = records.findLast(
    (record) => record.kind === 'step-started' || record.kind === 'step-finished',
  );
  const isEnded = last?.kind === 'step-finished' && last.wasStopped !== true;
  if (last === undefined || isEnded) return [];
  const assigned = records.flatMap((record) =>
    record.kind === 'step-started' && record.phase === last.phase && record.step === last.step
      ? (record.checks ?? [])
      : [],
  );
  const finished = finishedChecks(records);
  return assigned.every((id) => finished.has(id)) ? assigned : [];
}

export function startedChecks(records: readonly JournalRecord[]): ReadonlySet<string> {
  return new Set(records.flatMap((record) => (record.kind === 'check-started' ? [record.checkId] : [])));
}

/** Where a run was when its journal ended, in words. */
export function placeOf(records: readonly JournalRecord[]): string {
  let place = 'before the first record';
  for (const record of records) {
    switch (record.kind) {
      case 'run-started':
        place = 'before the phases';
        break;
      case 'step-started':
        place = `in ${record.phase}/${record.step}`;
        break;
      case 'step-finished':
        place = `after ${record.phase}/${record.step}`;
        break;
      case 'phase-finished':
        place = `after ${record.phase}`;
        break;
      case 'cleanup':
        place = 'after cleaning up';
        break;
      case 'run-finished':
        place = 'in the reports';
        break;
      default:
        break;
    }
  }
  return place;
}
