import type { TestStepResult } from '@cucumber/messages';
import type { CheckStatus } from '../model/observing/check.ts';
import type { CheckError, FailureCause } from '../model/observing/record.ts';
import { errorType, verdictOfError } from './error-verdict.ts';

export interface PickleVerdict {
  readonly status: CheckStatus;
  readonly cause: FailureCause | null;
}

/**
 * How a scenario ended, by the results of its steps and hooks in order. `errors` are those thrown, where they are known:
 * they tell more than what cucumber hands on. The first step that did not pass decides; what follows it was skipped.
 */
export function verdictOfResults(
  results: readonly TestStepResult[],
  errors: readonly unknown[] = [],
): PickleVerdict {
  const index = results.findIndex(({ status }) => status !== 'PASSED');
  const result = results[index];
  if (result === undefined) {
    return results.length > 0
      ? { status: 'passed', cause: null }
      : { status: 'broken', cause: 'test-defect' };
  }
  if (result.status !== 'FAILED') return { status: 'broken', cause: 'test-defect' };
  if (isTimeout(errors[index], result)) return { status: 'broken', cause: 'timed-out' };
  return verdictOfError(described(errors[index], result));
}

/** The error that a reader is shown, with what to do where the error says it. */
export function checkErrorOf(
  results: readonly TestStepResult[],
  errors: readonly unknown[] = [],
  sentences: readonly (string | null)[] = [],
): CheckError {
  const index = results.findIndex(({ status }) => status !== 'PASSED');
  const result = results[index];
  const exception = result?.exception;
  const hint = (errors[index] as { readonly hint?: unknown } | null | undefined)?.hint;
  const message = exception?.message ?? unstarted(result, sentences[index] ?? null);
  return {
    type: errorType({ name: exception?.type ?? 'Error', code: codeOf(errors[index]) }),
    message: typeof hint === 'string' ? `${message} ${hint}` : message,
    stack: exception?.stackTrace ?? '',
  };
}

function described(
  error: unknown,
  result: TestStepResult,
): { readonly name: string; readonly code?: unknown } {
  if (error instanceof Error) return { name: error.name, code: codeOf(error) };
  return { name: result.exception?.type ?? '' };
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null | undefined)?.code;
}

/**
 * Cucumber's own error: no step threw it, and it is a plain one. By its words alone a refusal of the target that quotes them
 * would be no answer, and be asked for again.
 */
function isTimeout(error: unknown, { exception }: TestStepResult): boolean {
  if (error !== null && error !== undefined) return false;
  return exception?.type === 'Error' && timeoutWords.test(exception.message ?? '');
}

const timeoutWords =
  /^function timed out, ensure the (callback is executed|promise resolves) within \d+ milliseconds$/;

function unstarted(result: TestStepResult | undefined, sentence: string | null): string {
  if (result === undefined) return 'Found a scenario of which no step ran.';
  const step = sentence === null ? 'a step' : `the step "${sentence}"`;
  return `Found ${step} ${result.status}, expected PASSED.`;
}
