import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { checkFile, checkIdOf } from '../../../channel/check-id.ts';
import type { PhaseName } from '../../../model/observing/phase.ts';
import type { ReportedCheck, ToolReport } from '../../../model/observing/record.ts';
import type { RunnerRequest } from '../../runner.ts';

const jsonReport = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      status: z.string(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});

/** One round of vitest within a step. A step has more than one only when a worker died. */
export interface ReportedRound {
  readonly reportFile: string;
  /** Errors that vitest told the session of but does not write to its report. */
  readonly runErrors: readonly string[];
  readonly lostWorker: boolean;
}

export interface VitestReportRequest {
  readonly request: Pick<RunnerRequest, 'phase' | 'projectDir' | 'packageDir' | 'keep'>;
  /** Where vitest writes: there stands what a round left whose session then ended. */
  readonly reportFile: string;
  readonly rounds: readonly ReportedRound[];
}

type JsonReport = z.infer<typeof jsonReport>;

/** Vitest's own JSON report, read as the second witness. Never throws: a report that is not there says so. */
export async function readVitestReport(given: VitestReportRequest): Promise<ToolReport> {
  const { request, rounds } = given;
  const files = rounds.length === 0 ? [given.reportFile] : rounds.map(({ reportFile }) => reportFile);
  const texts: string[] = [];
  const reports: JsonReport[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) return { kind: 'missing', path: 'vitest.json' };
    const parsed = jsonReport.safeParse(parseJson(text));
    if (!parsed.success) return unreadable(parsed.error);
    texts.push(text);
    reports.push(parsed.data);
  }
  const text = texts.length === 1 ? texts.join() : `{"rounds":[${texts.join(',\n')}]}`;
  return {
    kind: 'read',
    evidence: await request.keep({
      name: 'vitest.json',
      mediaType: 'application/json',
      bytes: Buffer.from(text),
    }),
    // Of a file whose worker died vitest reports no result at all, not even those that it had told the session of.
    finished: rounds.length > 0 && !rounds.some(({ lostWorker }) => lostWorker),
    checks: reports.flatMap((report) => checksIn(report, request)),
    runErrors: [
      ...rounds.flatMap(({ runErrors }) => runErrors),
      ...reports.flatMap((report) => brokenFiles(report, request)),
    ],
  };
}

function unreadable(error: z.ZodError): ToolReport {
  const reason = error.issues[0]?.message ?? 'not a vitest report';
  return { kind: 'unreadable', path: 'vitest.json', reason };
}

function checksIn(report: JsonReport, request: VitestReportRequest['request']): readonly ReportedCheck[] {
  return report.testResults.flatMap((result) => {
    const file = checkFile(result.name, request);
    return result.assertionResults.flatMap((test) => reported(test, file, request.phase));
  });
}

function brokenFiles({ testResults }: JsonReport, request: VitestReportRequest['request']): string[] {
  return testResults
    .filter((file) => file.assertionResults.length === 0 && file.status === 'failed')
    .map((file) => `${checkFile(file.name, request)}: ${file.message ?? 'failed without a test'}`);
}

interface AssertionResult {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
}

/** Skipped and never-started tests carry no result, so they are not reported as one. */
function reported(test: AssertionResult, file: string, phase: PhaseName): ReportedCheck[] {
  if (test.status !== 'passed' && test.status !== 'failed') return [];
  const titlePath = [...test.ancestorTitles, test.title];
  return [{ id: checkIdOf({ phase, file, titlePath }), status: test.status }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
