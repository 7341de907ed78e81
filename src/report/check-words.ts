import type { DecidedCheck, DecidedStatus } from '../model/deciding/decided-run.ts';
import type { MoneyDifference } from '../model/observing/difference.ts';
import { differenceInWords } from './amount-words.ts';
import { rerunCommand } from './commands.ts';

/** Worst first: what is proven wrong, then what could not be told, then the rest. */
export const statusOrder = [
  'failed',
  'broken',
  'not-run',
  'passed',
  'excluded',
] as const satisfies readonly DecidedStatus[];

export const statusWords: Readonly<Record<DecidedStatus, string>> = {
  failed: 'failed',
  broken: 'broken',
  'not-run': 'not run',
  passed: 'passed',
  excluded: 'excluded',
};

export const statusSymbols: Readonly<Record<DecidedStatus, string>> = {
  failed: '✖',
  broken: '⚡',
  'not-run': '◌',
  passed: '✔',
  excluded: '–',
};

/** Worst first; checks of one status keep the order of the plan. */
export function worstFirst(checks: readonly DecidedCheck[]): readonly DecidedCheck[] {
  return statusOrder.flatMap((status) => checks.filter((check) => check.status === status));
}

export function countByStatus(checks: readonly DecidedCheck[]): Readonly<Record<DecidedStatus, number>> {
  const counts = { failed: 0, broken: 0, 'not-run': 0, passed: 0, excluded: 0 };
  for (const check of checks) counts[check.status] += 1;
  return counts;
}

/** "invoice total, customer Anna, invoice 7: expected EUR 10.00, actual EUR 10.01, EUR 0.01 overcharged. Why." */
export function differenceSentence(found: MoneyDifference): string {
  const words = differenceInWords(found);
  const where = [
    found.measure,
    found.customer === '' ? '' : `customer ${found.customer}`,
    found.invoice === '' ? '' : `invoice ${found.invoice}`,
  ].filter((part) => part !== '');
  const gap = words.direction === 'equal' ? 'equal' : `${words.difference} ${words.directionWord}`;
  const facts = `${where.join(', ')}: expected ${words.expected}, actual ${words.actual}, ${gap}.`;
  return found.explanation === '' ? facts : `${facts} ${found.explanation}`;
}

/** The one line that says why a check is not passed: its money before its error, its error before its reason. */
export function whyNotPassed(check: DecidedCheck): string {
  const [first, ...others] = check.differences;
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return `${differenceSentence(first)}${more}`;
  }
  if (check.error !== null) return check.error.message;
  if (check.reason !== '') return check.reason;
  return `The check is ${statusWords[check.status]} and nothing more is recorded.`;
}

/** Everything recorded about why, over several lines. */
export function whyInFull(check: DecidedCheck): string {
  return [
    ...check.differences.map(differenceSentence),
    ...(check.reason === '' ? [] : [check.reason]),
    ...(check.error === null ? [] : [errorInFull(check.error)]),
    `Run it again: ${rerunCommand(check.check.id)}`,
  ].join('\n');
}

function errorInFull(error: {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}): string {
  const head = `${error.type}: ${error.message}`;
  if (error.stack === '') return head;
  return error.stack.includes(error.message) ? error.stack : `${head}\n${error.stack}`;
}
