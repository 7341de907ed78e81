import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { checkFile, checkIdOf } from '../../channel/check-id.ts';
import type { ReportedCheck, ToolReport } from '../../model/observing/record.ts';
import type { RunnerRequest } from '../runner.ts';

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

export interface VitestReportRequest {
  readonly request: Pick<RunnerRequest, 'phase' | 'projectDir' | 'packageDir' | 'keep'>;
  readonly reportFile: string;
  /** Errors that vitest told the session of but does not write to its report. */
  readonly runErrors: readonly string[];
}

/** Vitest's own JSON report, read as the second witness. Never throws: a report that is not there says so. */
export async function readVitestReport({
  request,
  reportFile,
  runErrors,
}: VitestReportRequest): Promise<ToolReport> {
  const bytes = await readFile(reportFile).catch(() => null);
  if (bytes === null) return { kind: 'missing', path: 'vitest.json' };
  const parsed = jsonReport.safeParse(parseJson(bytes.toString('utf8')));
  if (!parsed.success)
    return {
      kind: 'unreadable',
      path: 'vitest.json',
      reason: parsed.error.issues[0]?.message ?? 'not a vitest report',
    };
  const evidence = await request.keep({ name: 'vitest.json', mediaType: 'application/json', bytes });
  const files = parsed.data.testResults;
  const broken = files.filter((file) => file.assertionResults.length === 0 && file.status === 'failed');
  return {
    kind: 'read',
    evidence,
    finished: true,
    checks: files.flatMap((file) =>
      file.assertionResults.flatMap((test) => reported(test, file.name, request)),
    ),
    runErrors: [
      ...runErrors,
      ...broken.map((file) => `${checkFile(file.name, request)}: ${file.message ?? 'failed without a test'}`),
    ],
  };
}

interface AssertionResult {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
}

/** Skipped and never-started tests carry no result, so they are not reported as one. */
function reported(
  test: AssertionResult,
  path: string,
  request: VitestReportRequest['request'],
): ReportedCheck[] {
  if (test.status !== 'passed' && test.status !== 'failed') return [];
  const titlePath = [...test.ancestorTitles, test.title];
  return [
    {
      id: checkIdOf({ phase: request.phase, file: checkFile(path, request), titlePath }),
      status: test.status,
    },
  ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
