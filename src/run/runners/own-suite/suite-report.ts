import type { EvidenceRef, ToolReport } from '../../../model/observing/record.ts';
import type { OwnSuite } from '../../request.ts';
import type { RunnerRequest } from '../../runner.ts';
import type { Matched } from './matched-results.ts';
import type { KeptReport, ReportsRead } from './read-reports.ts';
import { reportedChecks } from './suite-records.ts';

export interface ReportParts {
  readonly suite: OwnSuite;
  readonly read: ReportsRead;
  readonly matched: Matched;
}

const shownMax = 5;

/** What the files say together, as the second witness of the step. */
export async function suiteReport(
  { suite, read, matched }: ReportParts,
  keep: RunnerRequest['keep'],
): Promise<ToolReport> {
  const { path } = suite.report;
  const faults = [...read.faults, ...matched.faults];
  const runErrors = [...read.runErrors, ...strangersText(matched.strangers)];
  if (faults.length > 0)
    return { kind: 'unreadable', path, reason: reasonOf([...faults, ...runErrors], path) };
  const evidence = await wholeEvidence(read.kept, keep);
  if (evidence === null) return { kind: 'missing', path };
  return { kind: 'read', evidence, finished: true, checks: reportedChecks(matched.results), runErrors };
}

/** The one file, or a list of all with their digests. */
async function wholeEvidence(
  kept: readonly KeptReport[],
  keep: RunnerRequest['keep'],
): Promise<EvidenceRef | null> {
  const [only] = kept;
  if (only === undefined) return null;
  if (kept.length === 1) return only.evidence;
  const list = kept.map(({ shownAs, evidence }) => ({ file: shownAs, sha256: evidence.sha256 }));
  const bytes = Buffer.from(`${JSON.stringify(list, null, 2)}\n`);
  return keep({ name: 'reports.json', mediaType: 'application/json', bytes });
}

function reasonOf(faults: readonly string[], path: string): string {
  const plain = faults.map((fault) => (fault.startsWith(`${path}: `) ? fault.slice(path.length + 2) : fault));
  return `${listed(plain)}.`;
}

function strangersText(strangers: readonly string[]): readonly string[] {
  if (strangers.length === 0) return [];
  const names = listed(strangers.map((title) => `"${title}"`));
  return [`the report holds results that tollgate.yaml does not name: ${names}`];
}

function listed(texts: readonly string[]): string {
  const more = texts.length - shownMax;
  return [...texts.slice(0, shownMax), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
