import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ToolReport } from '../../../model/observing/record.ts';
import type { RunnerRequest } from '../../runner.ts';

const comparisonReport = z.object({
  finished: z.boolean(),
  checks: z.array(z.object({ id: z.string(), status: z.enum(['passed', 'failed', 'broken']) })),
});

/** The comparison's own report, read as the second witness. Never throws: a report that is not there says so. */
export async function readReconcileReport(
  request: Pick<RunnerRequest, 'keep'>,
  reportFile: string,
): Promise<ToolReport> {
  const path = 'comparison.json';
  const bytes = await readFile(reportFile).catch(() => null);
  if (bytes === null) return { kind: 'missing', path };
  const parsed = comparisonReport.safeParse(parseJson(bytes.toString('utf8')));
  if (!parsed.success)
    return { kind: 'unreadable', path, reason: parsed.error.issues[0]?.message ?? 'not a comparison report' };
  const evidence = await request.keep({ name: path, mediaType: 'application/json', bytes });
  return { kind: 'read', evidence, ...parsed.data, runErrors: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
