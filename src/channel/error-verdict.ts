import type { CheckStatus } from '../model/observing/check.ts';
import type { FailureCause } from '../model/observing/record.ts';

export interface ErrorVerdict {
  readonly status: Exclude<CheckStatus, 'passed'>;
  readonly cause: FailureCause;
}

/** Errors by which the target itself answered wrongly. */
const productErrors = new Set([
  'ExpectationFailed',
  'TargetRefusal',
  'TargetAnswerInvalid',
  'AssertionError',
  'MixedCurrencies',
]);

/**
 * What an error that ended a check says. The target's wrong answer is the product's failure; nobody answering is the
 * environment's; anything else is the check's own, and proves nothing either way.
 */
export function verdictOfError(error: { readonly name?: string; readonly code?: unknown }): ErrorVerdict {
  if (productErrors.has(error.name ?? '')) return { status: 'failed', cause: 'product' };
  // Vitest's class, and not its words: those may as well stand in what a target answered.
  if (error.name === 'TestTimeoutError') return { status: 'broken', cause: 'timed-out' };
  if (error.code === 'TARGET_UNREACHABLE' || error.code === 'TOOL_MISSING')
    return { status: 'broken', cause: 'environment' };
  if (error.code === 'TARGET_BUSY') return { status: 'broken', cause: 'waiting' };
  if (error.code === 'GUARD_REFUSED') return { status: 'broken', cause: 'guard' };
  return { status: 'broken', cause: 'test-defect' };
}

/** What a check's error is known by: the code of a fault, such as TARGET_UNREACHABLE, which says more than its class. */
export function errorType(error: { readonly name?: string; readonly code?: unknown }): string {
  if (error.name === 'HarnessFault' && typeof error.code === 'string') return error.code;
  return error.name ?? 'Error';
}
