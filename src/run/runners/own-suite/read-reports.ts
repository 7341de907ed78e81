import type { EvidenceRef } from '../../../model/observing/record.ts';
import type { OwnSuite } from '../../request.ts';
import type { RunnerRequest } from '../../runner.ts';
import { readCtrf } from './ctrf-report.ts';
import { staleContent, staleFile } from './freshness.ts';
import { readJunit } from './junit-report.ts';
import { readCucumberMessages } from './messages-report.ts';
import {
  type FileStamp,
  type ReportFile,
  readReportFile,
  refuseTooMany,
  reportFiles,
} from './report-files.ts';
import { type ReportContent, ReportRefused, type SuiteResult } from './suite-result.ts';

/** One report file that was there after the command, kept as evidence whatever it is worth. */
export interface KeptReport {
  readonly shownAs: string;
  readonly evidence: EvidenceRef;
  /** Empty when the file is not believed. */
  readonly results: readonly SuiteResult[];
}

export interface ReportsRead {
  readonly kept: readonly KeptReport[];
  /** Why the reports are not worth what a whole and new one is; each begins with the file's name. */
  readonly faults: readonly string[];
  readonly runErrors: readonly string[];
}

export interface ReportsCase {
  readonly suite: OwnSuite;
  readonly request: Pick<RunnerRequest, 'projectDir' | 'keep'>;
  readonly before: ReadonlyMap<string, FileStamp>;
  readonly startedAtMs: number;
}

type Format = OwnSuite['report']['format'];

const formats: Readonly<
  Record<Format, { readonly mediaType: string; read(bytes: Uint8Array): ReportContent }>
> = {
  junit: { mediaType: 'application/xml', read: readJunit },
  ctrf: { mediaType: 'application/json', read: readCtrf },
  'cucumber-messages': { mediaType: 'application/x-ndjson', read: readCucumberMessages },
};

/** Every report of the suite that is there after its command ended. Never throws for what a report holds. */
export async function readReports(context: ReportsCase): Promise<ReportsRead> {
  const { path } = context.suite.report;
  const files = reportFiles(context.request.projectDir, path);
  const reads: ReportsRead[] = [];
  try {
    refuseTooMany(files, path);
    for (const file of files) reads.push(await readOne(context, file));
  } catch (error) {
    reads.push(refused(path, error));
  }
  return {
    kept: reads.flatMap((read) => read.kept),
    faults: reads.flatMap((read) => read.faults),
    runErrors: reads.flatMap((read) => read.runErrors),
  };
}

async function readOne(context: ReportsCase, file: ReportFile): Promise<ReportsRead> {
  const read = await readReportFile(file.path).catch((error: unknown) => refused(file.shownAs, error));
  if (read === null) return { kept: [], faults: [], runErrors: [] };
  if ('faults' in read) return read;
  const { mediaType, read: parse } = formats[context.suite.report.format];
  const evidence = await context.request.keep({ name: file.shownAs, mediaType, bytes: read.bytes });
  const kept = { shownAs: file.shownAs, evidence };
  const ages = {
    before: context.before.get(file.path) ?? null,
    after: read.stamp,
    startedAtMs: context.startedAtMs,
  };
  try {
    refuseIf(staleFile(ages));
    refuseIf(read.bytes.byteLength === 0 ? 'it is empty (0 bytes)' : null);
    const content = parse(read.bytes);
    refuseIf(staleContent(content, ages));
    refuseIf(content.results.length === 0 ? 'it holds no result' : null);
    return {
      kept: [{ ...kept, results: content.results }],
      faults: content.badTotals.map((fault) => `${file.shownAs}: ${fault}`),
      runErrors: content.runErrors,
    };
  } catch (error) {
    return { ...refused(file.shownAs, error), kept: [{ ...kept, results: [] }] };
  }
}

function refuseIf(reason: string | null): void {
  if (reason !== null) throw new ReportRefused(reason);
}

/** A report can be malformed in ways that no reader foresaw: whatever it makes a parser throw is a reason not to believe it. */
function refused(shownAs: string, error: unknown): ReportsRead {
  const reason = error instanceof Error ? error.message : String(error);
  return { kept: [], faults: [`${shownAs}: ${reason}`], runErrors: [] };
}
