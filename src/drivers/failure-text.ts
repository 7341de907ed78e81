import { HarnessFault } from '../model/fault.ts';
import { ContractViolation } from '../target/contract/clause.ts';
import { TargetAnswerInvalid, TargetRefusal } from '../target/session.ts';
import type { Exchange } from '../target/wire.ts';

const answerShown = 300;

/** Why a promise is not kept, for the person who writes the driver: what was found, where, and what the target said last. */
export function failureText(error: unknown, last: Exchange | null): string {
  return [reason(error), ...lastCall(last)].join('\n');
}

function reason(error: unknown): string {
  if (error instanceof ContractViolation) return error.message;
  if (error instanceof HarnessFault) return `${error.message} ${error.hint}`;
  if (error instanceof TargetRefusal || error instanceof TargetAnswerInvalid) return error.message;
  // A mistake in the driver itself: its place is what its author needs.
  if (error instanceof Error)
    return [`the driver threw ${error.name}: ${error.message}`, ...place(error)].join(' ');
  return `the driver threw ${String(error)}`;
}

function place(error: Error): readonly string[] {
  const line = error.stack?.split('\n').find((one) => one.includes('file://') || /\(\/|at \//.test(one));
  return line === undefined ? [] : [line.trim().replace('file://', '')];
}

function lastCall(last: Exchange | null): readonly string[] {
  if (last === null) return [];
  const { request, status, responseBody } = last;
  return [`last call: ${request}, answered ${status} ${responseBody.slice(0, answerShown)}`.trimEnd()];
}
