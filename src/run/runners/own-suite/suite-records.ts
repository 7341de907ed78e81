import type { CheckStatus } from '../../../model/observing/check.ts';
import type { CheckError, FailureCause, ReportedCheck, ToolRecord } from '../../../model/observing/record.ts';
import type { OwnSuite } from '../../request.ts';
import type { MatchedResult } from './matched-results.ts';
import type { SuiteResult } from './suite-result.ts';

interface ResultVerdict {
  readonly status: CheckStatus;
  readonly cause: FailureCause | null;
  readonly error: CheckError | null;
}

/**
 * What a result says; null when it says nothing. A failed assertion is the product's. What a tool calls an error came before
 * any assertion, so it proves nothing of the target and is the test's own. A pass after a failed try is no pass.
 */
function verdictOf({ outcome, error, earlier }: SuiteResult): ResultVerdict | null {
  switch (outcome) {
    case 'passed':
      return earlier.length === 0
        ? { status: 'passed', cause: null, error: null }
        : { status: 'failed', cause: 'flaky', error: flakyError(earlier) };
    case 'failed':
      return { status: 'failed', cause: 'product', error };
    case 'error':
      return { status: 'broken', cause: 'test-defect', error };
    case 'skipped':
      return null;
  }
}

function flakyError(earlier: SuiteResult['earlier']): CheckError {
  const first = earlier.find(({ error }) => error !== null)?.error;
  const said = first ? ` The first of them said: ${first.message}` : '';
  const tries = earlier.length === 1 ? 'a failed try' : `${earlier.length} failed tries`;
  return { type: 'Flaky', message: `It passed only after ${tries}.${said}`, stack: first?.stack ?? '' };
}

/** The records of one result, in the order in which they are written. */
export function recordsOf(
  suite: OwnSuite,
  { check, result, evidence }: MatchedResult,
): readonly ToolRecord[] {
  const found: ToolRecord[] = suite.expected.kind === 'count' ? [{ kind: 'check-found', check }] : [];
  const verdict = verdictOf(result);
  if (verdict === null) return found;
  const checkId = check.id;
  return [
    ...found,
    { kind: 'check-started', checkId },
    ...result.earlier.map(({ status, error }, index) => {
      return { kind: 'attempt', checkId, attempt: index + 1, status, error } as const;
    }),
    ...(verdict.status === 'passed' ? [] : [{ kind: 'evidence', checkId, evidence } as const]),
    { kind: 'check-finished', checkId, durationMs: result.durationMs, ...verdict },
  ];
}

/** What the report says of each check that it has a result of. */
export function reportedChecks(results: readonly MatchedResult[]): readonly ReportedCheck[] {
  return results.flatMap(({ check, result }) => {
    const verdict = verdictOf(result);
    return verdict === null ? [] : [{ id: check.id, status: verdict.status }];
  });
}
