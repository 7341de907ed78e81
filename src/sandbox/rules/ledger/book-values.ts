import type { BookValue } from '../../../model/billing/exchange.ts';
import type { LedgerEntry } from '../../../model/billing/ledger.ts';

/** A line of a posting in the currency of the books, in minor units. */
export interface ValuedLine {
  readonly account: BookValue['account'];
  readonly side: BookValue['side'];
  readonly value: bigint;
}

/** Money is worth what it is worth on its day; what hangs on an invoice, what it was worth when the invoice was issued. */
export function isValuedOnItsDay(account: LedgerEntry['account']): boolean {
  return account === 'cash';
}

export interface ReleaseQuestion {
  /** What of the invoice is open, in its own currency and in the books. */
  readonly openMinor: bigint;
  readonly openValue: bigint;
  readonly settledMinor: bigint;
  readonly atInvoiceRate: bigint;
}

/** What a settlement takes out of the receivables: the last one takes all that is left, so that no cent stays for ever. */
export function releasedValue(question: ReleaseQuestion): bigint {
  const { openMinor, openValue, settledMinor, atInvoiceRate } = question;
  return settledMinor === openMinor ? openValue : atInvoiceRate;
}

/** What the rate won or lost on the way from the invoice to the money; null when nothing. */
export function exchangeDifference(lines: readonly ValuedLine[]): ValuedLine | null {
  const difference = outOfBalance(lines);
  if (difference === 0n) return null;
  return difference > 0n
    ? { account: 'exchange-gain', side: 'credit', value: difference }
    : { account: 'exchange-loss', side: 'debit', value: -difference };
}

/** Several rounded lines rarely sum: the largest that nobody else counts on takes the difference, so not tax, cash or what is owed. */
export function evenedOut(lines: readonly ValuedLine[]): readonly ValuedLine[] {
  const difference = outOfBalance(lines);
  if (difference === 0n) return lines;
  const free = lines.filter(({ account }) => !['tax-payable', 'cash', 'receivables'].includes(account));
  const [taker] = (free.length > 0 ? free : lines).toSorted((a, b) => (a.value > b.value ? -1 : 1));
  return lines.map((line) => {
    if (line !== taker) return line;
    return { ...line, value: line.value + (line.side === 'credit' ? difference : -difference) };
  });
}

/** Debits less credits. */
function outOfBalance(lines: readonly ValuedLine[]): bigint {
  return lines.reduce((sum, { side, value }) => (side === 'debit' ? sum + value : sum - value), 0n);
}
