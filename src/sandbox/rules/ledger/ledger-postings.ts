import type { LedgerEntry } from '../../../model/billing/ledger.ts';

/** One side of a posting before it has a date and a name. */
export interface PostingLine {
  readonly account: LedgerEntry['account'];
  readonly side: LedgerEntry['side'];
  readonly amountMinor: bigint;
}

export interface InvoiceAmounts {
  readonly subtotal: bigint;
  readonly discount: bigint;
  readonly tax: bigint;
  readonly total: bigint;
}

/** What the customer owes is earned, taxed and discounted: both sides are always equal. */
export function invoicePostings(invoice: InvoiceAmounts): readonly PostingLine[] {
  return signedPostings([
    { account: 'receivables', side: 'debit', amountMinor: invoice.total },
    { account: 'discounts', side: 'debit', amountMinor: invoice.discount },
    { account: 'revenue', side: 'credit', amountMinor: invoice.subtotal },
    { account: 'tax-payable', side: 'credit', amountMinor: invoice.tax },
  ]);
}

export function paymentPostings(amountMinor: bigint): readonly PostingLine[] {
  return moved(amountMinor, { debit: 'cash', credit: 'receivables' });
}

/** What is not earned yet leaves the revenue, and comes back when it is: below zero, more was deferred than is left. */
export function deferralPostings(amountMinor: bigint): readonly PostingLine[] {
  return moved(amountMinor, { debit: 'revenue', credit: 'deferred-revenue' });
}

/** One amount on both sides. */
export function moved(
  amountMinor: bigint,
  { debit, credit }: Readonly<Record<PostingLine['side'], PostingLine['account']>>,
): readonly PostingLine[] {
  return signedPostings([
    { account: debit, side: 'debit', amountMinor },
    { account: credit, side: 'credit', amountMinor },
  ]);
}

/** A negative amount stands on the other side; nothing is posted for zero. */
export function signedPostings(lines: readonly PostingLine[]): readonly PostingLine[] {
  return lines.filter((line) => line.amountMinor !== 0n).map(withoutSign);
}

function withoutSign(line: PostingLine): PostingLine {
  if (line.amountMinor > 0n) return line;
  const side = line.side === 'debit' ? 'credit' : 'debit';
  return { account: line.account, side, amountMinor: -line.amountMinor };
}
