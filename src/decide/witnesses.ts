import { type PlannedCheck, shortTitle } from '../model/observing/check.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import type {
  CheckError,
  FailureCause,
  JournalLine,
  JournalRecord,
  ReportedCheck,
} from '../model/observing/record.ts';

type Finished = Extract<JournalRecord, { kind: 'check-finished' }>;
type StepFinished = Extract<JournalRecord, { kind: 'step-finished' }>;

/** What the four witnesses of one step say together: plan, records, exit code, the tool's own report. */
export interface StepTestimony {
  readonly results: ReadonlyMap<string, CheckTestimony>;
  /** Why the step proves less than it planned; empty when all four agree. */
  readonly faults: readonly string[];
}

export interface CheckTestimony {
  readonly status: 'passed' | 'failed' | 'broken';
  readonly cause: FailureCause | null;
  readonly durationMs: number;
  readonly error: CheckError | null;
}

export interface StepCase {
  readonly phase: PhaseName;
  readonly step: string;
  readonly tool: string;
  /** The checks of the step that were to run. */
  readonly planned: readonly PlannedCheck[];
  readonly lines: readonly JournalLine[];
}

/** Compares the witnesses of one step. A step without a check to run has nothing to say. */
export function hearStep(step: StepCase): StepTestimony {
  const finished = recordsOf(step);
  const results = new Map(finished.map((record) => [record.checkId, testimonyOf(record)]));
  const ended = step.lines.map((line) => line.record).find((record) => isEndOf(record, step));
  const name = `${step.phase}, step ${step.step} (${step.tool})`;
  const faults = [...doubled(finished, name), ...missing(step, results, name)];
  if (ended === undefined && !hasBegun(step)) {
    return { results, faults: [`${name}: it did not begin; ${step.planned.length} checks have no result.`] };
  }
  if (ended === undefined)
    return {
      results,
      faults: [`${name}: it did not come to its end; nothing after the last record is known.`, ...faults],
    };
  if (ended.kind === 'step-not-run') {
    const without = step.planned.length - results.size;
    return {
      results,
      faults: [`${name}: not run, ${without} checks without a result. ${ended.reason} ${ended.hint}`],
    };
  }
  return {
    results,
    faults: [
      ...exitFaults(step, ended, { results, name }),
      ...reportFaults(step, ended, { results, name }),
      ...faults,
    ],
  };
}

interface Heard {
  readonly results: ReadonlyMap<string, CheckTestimony>;
  readonly name: string;
}

function recordsOf(step: StepCase): Finished[] {
  const ids = new Set(step.planned.map((check) => check.id));
  return step.lines
    .map((line) => line.record)
    .filter((record): record is Finished => record.kind === 'check-finished' && ids.has(record.checkId));
}

function hasBegun(step: StepCase): boolean {
  return step.lines.some(
    ({ record }) => 'step' in record && record.phase === step.phase && record.step === step.step,
  );
}

function isEndOf(
  record: JournalRecord,
  step: StepCase,
): record is StepFinished | Extract<JournalRecord, { kind: 'step-not-run' }> {
  const isEnd = record.kind === 'step-finished' || record.kind === 'step-not-run';
  return isEnd && record.phase === step.phase && record.step === step.step;
}

function testimonyOf({ status, cause, durationMs, error }: Finished): CheckTestimony {
  return { status, cause, durationMs, error };
}

function doubled(finished: readonly Finished[], name: string): string[] {
  const seen = new Set<string>();
  const twice = finished
    .filter((record) => seen.size === seen.add(record.checkId).size)
    .map((record) => record.checkId);
  return twice.length === 0
    ? []
    : [`${name}: found more than one result of ${twice.join(', ')}; expected one each.`];
}

function missing(step: StepCase, results: Heard['results'], name: string): string[] {
  const without = step.planned.filter((check) => !results.has(check.id));
  if (without.length === 0) return [];
  const shown = without.slice(0, 5).map((check) => `${check.id} (${shortTitle(check)})`);
  const more = without.length > shown.length ? ` and ${without.length - shown.length} more` : '';
  return [
    `${name}: ${without.length} of ${step.planned.length} planned checks have no result: ${shown.join(', ')}${more}.`,
  ];
}

/** What the exit code has to be by what was recorded: 1 exactly when a check did not pass; k6 says 99. */
export function impliedExitCode(tool: string, results: Iterable<CheckTestimony>): number {
  const allPassed = [...results].every((result) => result.status === 'passed');
  if (allPassed) return 0;
  return tool === 'k6' ? 99 : 1;
}

function exitFaults(step: StepCase, ended: StepFinished, { results, name }: Heard): string[] {
  if (ended.timedOut) return [`${name}: stopped at its deadline.`];
  if (ended.signal !== null) return [`${name}: ended by signal ${ended.signal}.`];
  const implied = impliedExitCode(step.tool, results.values());
  if (ended.exitCode === implied) return [];
  const passed = [...results.values()].filter((result) => result.status === 'passed').length;
  return [
    `${name}: ended with exit code ${ended.exitCode}, but its records (${passed} of ${step.planned.length} passed) imply ${implied}.`,
  ];
}

function reportFaults(step: StepCase, ended: StepFinished, { results, name }: Heard): string[] {
  const { report } = ended;
  switch (report.kind) {
    case 'missing':
      return [`${name}: the tool left no report (${report.path}).`];
    case 'unreadable':
      return [`${name}: the tool's report ${report.path} cannot be read: ${report.reason}`];
    case 'read': {
      const unfinished = report.finished
        ? []
        : [`${name}: the tool's own report does not say that it came to its end.`];
      const runErrors = report.runErrors.map(
        (error) => `${name}: an error that belongs to no check: ${error}`,
      );
      return [...unfinished, ...runErrors, ...disagreements(step, report.checks, { results, name })];
    }
  }
}

/** Both sides are shown: which of the two lies is not for us to guess. */
function disagreements(
  step: StepCase,
  reported: readonly ReportedCheck[],
  { results, name }: Heard,
): string[] {
  const byId = new Map(reported.map((check) => [check.id, check.status]));
  const planned = new Set(step.planned.map((check) => check.id));
  const differing = [...results].filter(
    ([id, result]) => (byId.get(id) === 'passed') !== (result.status === 'passed'),
  );
  const strangers = reported.filter((check) => !planned.has(check.id));
  return [
    ...differing.map(
      ([id, result]) =>
        `${name}: ${id} was recorded as ${result.status}, but the tool's report says ${byId.get(id) ?? 'nothing'}.`,
    ),
    ...strangers.map((check) => `${name}: the tool's report holds ${check.id}, which was not planned.`),
  ];
}
