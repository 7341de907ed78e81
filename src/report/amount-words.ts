import { isCurrency, minorUnitDigits } from '../model/currency.ts';
import type { MoneyAtStake } from '../model/deciding/verdict.ts';
import { addDecimals, canonicalDecimal, decimalFrom, decimalParts, isDecimal } from '../model/decimal.ts';
import type { MoneyDifference } from '../model/observing/difference.ts';

/** 1234567 as "1,234,567", whatever the machine's locale. */
export function grouped(count: number): string {
  return groupedDigits(String(count));
}

export function counted(count: number, one: string): string {
  return `${grouped(count)} ${count === 1 ? one : `${one}s`}`;
}

/**
 * "EUR 1,234.50". Shows at least the currency's own digits and never drops one: a unit price may have more. Text that is
 * not a number is shown as it was found, because a report has to be written also for a target that answers nonsense.
 */
export function amountInWords(currency: string, amount: string): string {
  if (!isDecimal(amount)) return `${currency} ${amount}`;
  const { digits, scale } = decimalParts(canonicalDecimal(amount));
  const shown = Math.max(scale, isCurrency(currency) ? minorUnitDigits(currency) : 0);
  const text = decimalFrom(digits * 10n ** BigInt(shown - scale), shown);
  const [whole = '', fraction] = text.split('.');
  return `${currency} ${groupedDigits(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

export type DifferenceDirection = 'over' | 'under' | 'books' | 'equal' | 'unknown';

export interface DifferenceInWords {
  readonly expected: string;
  readonly actual: string;
  /** Without a sign: the direction says which way. */
  readonly difference: string;
  readonly direction: DifferenceDirection;
  readonly directionWord: string;
}

const directionWords: Readonly<Record<DifferenceDirection, string>> = {
  over: 'overcharged',
  under: 'undercharged',
  books: 'books',
  equal: 'equal',
  unknown: 'not comparable',
};

/** A difference as a finance reader wants it: both amounts, how far apart, to whose harm. */
export function differenceInWords(found: MoneyDifference): DifferenceInWords {
  const gap = gapOf(found);
  const direction = directionOf(found, gap);
  return {
    expected: amountInWords(found.currency, found.expected),
    actual: amountInWords(found.currency, found.actual),
    difference: gap === null ? '–' : amountInWords(found.currency, gap.replace('-', '')),
    direction,
    directionWord: directionWords[direction],
  };
}

/** "OVERCHARGED EUR 38,411.20 · 1,204 customers · 1,204 invoices" without the first word. */
export function stakeInWords(stake: MoneyAtStake): string {
  return [
    amountInWords(stake.currency, stake.amount),
    counted(stake.customers, 'customer'),
    counted(stake.invoices, 'invoice'),
  ].join(' · ');
}

/** Actual minus expected; null when one of them is not a number. */
export function gapOf(found: MoneyDifference): string | null {
  if (!isDecimal(found.expected) || !isDecimal(found.actual)) return null;
  const negated = found.expected.startsWith('-')
    ? found.expected.slice(1)
    : `-${found.expected.replace('+', '')}`;
  return addDecimals(found.actual, negated);
}

function directionOf(found: MoneyDifference, gap: string | null): DifferenceDirection {
  if (gap === null) return 'unknown';
  if (decimalParts(gap).digits === 0n) return 'equal';
  if (found.nature === 'books') return 'books';
  const isMore = !gap.startsWith('-');
  const harmsCustomer = found.nature === 'charge' ? isMore : !isMore;
  return harmsCustomer ? 'over' : 'under';
}

function groupedDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
