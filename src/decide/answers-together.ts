import { type CheckTestimony, causesWithoutResult } from './testimony.ts';

/** Two answers of one check, in their order. A first answer is never taken back: what failed and then passed is a finding of its own. */
export function answersTogether(before: CheckTestimony, later: CheckTestimony): CheckTestimony {
  if (before.status === 'passed') return later;
  if (before.status === 'broken' && (causesWithoutResult.has(before.cause) || later.status === 'failed'))
    return later;
  if (later.status !== 'passed') return before;
  const message = `It failed and then passed. First: ${before.error?.message ?? 'no error was recorded'}`;
  return {
    ...before,
    status: 'failed',
    cause: 'flaky',
    error: { type: 'Flaky', message, stack: before.error?.stack ?? '' },
  };
}
