import { z } from 'zod';
import type { CheckError } from '../../../model/observing/record.ts';
import { statedMs, statedTime } from './stated-time.ts';
import { strictValue, utf8Text } from './strict-text.ts';
import {
  type EarlierTry,
  plainPath,
  type ReportContent,
  ReportRefused,
  type SuiteResult,
  shortened,
  spellingsOf,
} from './suite-result.ts';

const statuses = ['passed', 'failed', 'skipped', 'pending', 'other'] as const;
const count = z.number().int().min(0);
const told = { message: z.string().nullish(), trace: z.string().nullish() };

const ctrfTest = z.object({
  name: z.string().min(1),
  status: z.enum(statuses),
  duration: z.number().min(0).default(0),
  suite: z.union([z.string(), z.array(z.string())]).nullish(),
  flaky: z.boolean().nullish(),
  retries: z.number().int().min(0).nullish(),
  retryAttempts: z.array(z.object({ status: z.enum(statuses), ...told })).nullish(),
  ...told,
});

const ctrfReport = z.object({
  reportFormat: z.literal('CTRF').optional(),
  timestamp: z.string().optional(),
  results: z.object({
    summary: z.object({
      tests: count,
      passed: count,
      failed: count,
      skipped: count,
      pending: count,
      other: count,
      flaky: count.nullish(),
      start: z.number().optional(),
      stop: z.number().optional(),
    }),
    tests: z.array(ctrfTest),
  }),
});

type CtrfTest = z.infer<typeof ctrfTest>;
type CtrfSummary = z.infer<typeof ctrfReport>['results']['summary'];

/** CTRF JSON. Throws ReportRefused. */
export function readCtrf(bytes: Uint8Array): ReportContent {
  const parsed = ctrfReport.safeParse(strictValue(utf8Text(bytes), 'CTRF'));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ReportRefused(`it is not CTRF: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const { summary, tests } = parsed.data.results;
  return {
    results: tests.map(resultOf),
    times: [...statedTime(parsed.data.timestamp), ...statedMs(summary.start), ...statedMs(summary.stop)],
    badTotals: badTotals(summary, tests),
    runErrors: [],
  };
}

const outcomes: Readonly<Record<CtrfTest['status'], SuiteResult['outcome']>> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  pending: 'skipped',
  other: 'error',
};

function resultOf(test: CtrfTest): SuiteResult {
  const titlePath = plainPath([test.suite ?? []].flat().concat(test.name));
  const outcome = outcomes[test.status];
  return {
    titlePath,
    spellings: spellingsOf(titlePath),
    outcome,
    durationMs: Math.round(test.duration),
    error: outcome === 'failed' || outcome === 'error' ? errorOf(test) : null,
    earlier: earlierTries(test),
  };
}

/** Some reporters keep what each try said, others only that there was more than one. */
function earlierTries(test: CtrfTest): readonly EarlierTry[] {
  const tries = (test.retryAttempts ?? []).filter(({ status }) => status === 'failed' || status === 'other');
  if (tries.length > 0)
    return tries.map((one) => ({
      status: one.status === 'failed' ? 'failed' : 'broken',
      error: errorOf(one),
    }));
  const howMany = Math.min(100, test.retries ?? 0) || (test.flaky === true ? 1 : 0);
  return Array.from({ length: howMany }, () => ({ status: 'failed', error: null }));
}

function errorOf({ status, message, trace }: Pick<CtrfTest, 'status' | 'message' | 'trace'>): CheckError {
  const text = (message ?? '').trim() || `the report says "${status}" and no more`;
  return { type: 'Failure', message: shortened(text), stack: shortened(trace ?? '') };
}

function badTotals(summary: CtrfSummary, tests: readonly CtrfTest[]): readonly string[] {
  const held = (status: CtrfTest['status']) => tests.filter((test) => test.status === status).length;
  const counts = [
    ['tests', tests.length] as const,
    ...statuses.map((status) => [status, held(status)] as const),
  ];
  const repeated = tests.filter((test) => earlierTries(test).length > 0).length;
  // A tool may count fewer than it marks, but none that it does not mark: that one would be read as a plain pass.
  const differing = [
    ...counts.filter(([name, holds]) => summary[name] !== holds),
    ...((summary.flaky ?? 0) > repeated ? [['flaky', repeated] as const] : []),
  ];
  return differing.map(
    ([name, holds]) =>
      `the totals do not add up: its summary states ${name} ${summary[name]}, but it holds ${holds}`,
  );
}
