import { ownSuiteTool } from '../model/deciding/plan.ts';
import type { JournalRecord, ReportedCheck } from '../model/observing/record.ts';
import type { CheckTestimony } from './testimony.ts';

type StepFinished = Extract<JournalRecord, { kind: 'step-finished' }>;

/** One attempt that came to an end, as its witnesses tell it. */
export interface Heard {
  readonly name: string;
  readonly tool: string;
  readonly assigned: readonly string[];
  readonly planned: ReadonlySet<string>;
  /** By its records alone. */
  readonly recorded: ReadonlyMap<string, CheckTestimony>;
  /** The recorded ones, and those that began and never ended. */
  readonly results: ReadonlyMap<string, CheckTestimony>;
  readonly ended: StepFinished;
}

/** What speaks against an attempt. */
export interface AttemptFaults {
  /** What was not seen because something ended early. Another attempt can make it good. */
  readonly losses: readonly string[];
  /** Where witnesses contradict one another. Nothing makes that good. */
  readonly contradictions: readonly string[];
}

/** Exit code, signal, report and what was left running, against the records. */
export function attemptFaults(heard: Heard): AttemptFaults {
  const said = reportFaults(heard);
  return {
    losses: [...endLosses(heard), ...said.losses, ...orphanLosses(heard)],
    contradictions: [...exitContradictions(heard), ...said.contradictions],
  };
}

/** Ended by somebody else, so that its exit code and its report need not fit its records. */
function isCutShort(ended: StepFinished): boolean {
  return ended.timedOut || ended.signal !== null || ended.wasStopped === true;
}

/** The supervision says why it ended a tool as the last thing in the tool's output. */
function stopReason({ output }: StepFinished): string {
  const why = /^tollgate stopped it: (.*?)\.?$/m.exec(output)?.[1];
  return why === undefined ? 'at its deadline' : `at its deadline (${why})`;
}

function endLosses({ name, ended }: Heard): string[] {
  if (ended.wasStopped === true) return [`${name}: stopped with the run, before its end.`];
  if (ended.timedOut) return [`${name}: stopped ${stopReason(ended)}.`];
  if (ended.signal !== null) return [`${name}: ended by signal ${ended.signal}.`];
  if (ended.exitCode === null) return [`${name}: its process could not be started.`];
  return [];
}

/** What the exit code has to be by what was recorded: 1 exactly when a check did not pass; k6 says 99. */
function exitContradictions({ name, tool, ended, recorded, results, assigned }: Heard): string[] {
  if (isCutShort(ended) || ended.exitCode === null) return [];
  const allPassed = assigned.every((id) => results.get(id)?.status === 'passed');
  const isLost = assigned.some((id) => !recorded.has(id));
  const implied = allPassed ? 0 : failedCode(tool, ended.exitCode);
  // A tool that lost a check says so with any code but success; which one, is its affair.
  if (ended.exitCode === implied || (isLost && ended.exitCode !== 0)) return [];
  if (ended.exitCode === 0 && tool === ownSuiteTool && isGreenToItsTool(assigned, results)) return [];
  const passed = [...recorded.values()].filter((result) => result.status === 'passed').length;
  return [
    `${name}: ended with exit code ${ended.exitCode}, but its records (${passed} of ${assigned.length} passed) imply ${implied}.`,
  ];
}

/** Tools that try again call a pass on the second try a pass. We do not, and it is no contradiction. */
function isGreenToItsTool(assigned: readonly string[], results: Heard['results']): boolean {
  return assigned.every((id) => {
    const result = results.get(id);
    return result === undefined || result.status === 'passed' || result.cause === 'flaky';
  });
}

/** A team's own command may say "not passed" with any code of its own. */
function failedCode(tool: string, exitCode: number): number {
  if (tool === ownSuiteTool) return exitCode === 0 ? 1 : exitCode;
  return tool === 'k6' ? 99 : 1;
}

function reportFaults(heard: Heard): AttemptFaults {
  const { name, ended } = heard;
  const { report } = ended;
  switch (report.kind) {
    case 'missing':
      return { losses: [`${name}: the tool left no report (${report.path}).`], contradictions: [] };
    case 'unreadable':
      return {
        losses: [`${name}: the tool's report ${report.path} cannot be read: ${report.reason}`],
        contradictions: [],
      };
    case 'read':
      return readReportFaults(heard, report);
  }
}

function readReportFaults(
  heard: Heard,
  report: Extract<StepFinished['report'], { kind: 'read' }>,
): AttemptFaults {
  const { name, ended, assigned, recorded } = heard;
  const unended = report.finished
    ? []
    : [`${name}: the tool's own report does not say that it came to its end.`];
  const errors = report.runErrors.map((error) => `${name}: an error that belongs to no check: ${error}`);
  const { silent, differing } = disagreements(heard, report.checks);
  const isLost = assigned.some((id) => !recorded.has(id));
  const isCut = isCutShort(ended) || !report.finished;
  const [lost, told] = [isLost ? errors : [], isLost ? [] : errors];
  return {
    losses: [...unended, ...lost, ...(isCut ? silent : [])],
    contradictions: [...told, ...(isCut ? [] : silent), ...differing],
  };
}

/** Both sides are shown: which of the two lies is not for us to guess. */
function disagreements({ name, planned, recorded }: Heard, reported: readonly ReportedCheck[]) {
  const byId = worstById(reported);
  const told = (id: string, status: string) =>
    `${name}: ${id} was recorded as ${status}, but the tool's report says ${byId.get(id) ?? 'nothing'}.`;
  const differ = [...recorded].filter(
    ([id, { status }]) => (byId.get(id) === 'passed') !== (status === 'passed'),
  );
  const [seen, unseen] = [differ.filter(([id]) => byId.has(id)), differ.filter(([id]) => !byId.has(id))];
  const unplanned = [...byId.keys()].filter((id) => !planned.has(id));
  const untold = [...byId].filter(
    ([id, status]) => planned.has(id) && status === 'failed' && !recorded.has(id),
  );
  return {
    silent: [
      ...unseen.map(([id, { status }]) => told(id, status)),
      ...untold.map(
        ([id]) => `${name}: the tool's report says that ${id} failed, but no result of it was recorded.`,
      ),
    ],
    differing: [
      ...seen.map(([id, { status }]) => told(id, status)),
      ...unplanned.map((id) => `${name}: the tool's report holds ${id}, which was not planned.`),
    ],
  };
}

/** A check that is named twice is as bad as the worst that is said of it. */
function worstById(reported: readonly ReportedCheck[]): ReadonlyMap<string, ReportedCheck['status']> {
  const byId = new Map<string, ReportedCheck['status']>();
  for (const { id, status } of reported) if ((byId.get(id) ?? 'passed') === 'passed') byId.set(id, status);
  return byId;
}

/** What a step leaves running may still write to the target, or to nobody knows what. */
function orphanLosses({ name, ended }: Heard): string[] {
  const orphans = ended.orphans ?? [];
  if (orphans.length === 0) return [];
  return [`${name}: it left processes running, which were ended: ${orphans.slice(0, 5).join('; ')}.`];
}
