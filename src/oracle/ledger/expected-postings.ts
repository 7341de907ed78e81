import type { LedgerEntry } from '../../model/billing/ledger.ts';
import { type Money, negateMoney } from '../../model/money.ts';
import type { ExpectedInvoice } from '../subscription/billing-history.ts';

/** One side of a posting that the books must hold. */
export type ExpectedPosting = Pick<LedgerEntry, 'account' | 'side' | 'amount'>;

/** What an invoice puts into the books: the customer owes the total; it is revenue less discount, and tax. */
export function expectedPostings(
  invoice: Pick<ExpectedInvoice, 'subtotal' | 'discount' | 'tax' | 'total'>,
): readonly ExpectedPosting[] {
  return [
    ...posting('receivables', 'debit', invoice.total),
    ...posting('discounts', 'debit', invoice.discount),
    ...posting('revenue', 'credit', invoice.subtotal),
    ...posting('tax-payable', 'credit', invoice.tax),
  ];
}

/** What a payment puts into the books: money came in, the customer owes less. */
export function expectedPaymentPostings(amount: Money): readonly ExpectedPosting[] {
  return [...posting('cash', 'debit', amount), ...posting('receivables', 'credit', amount)];
}

/** A negative amount stands as a positive one on the other side; a zero is not posted. */
function posting(
  account: LedgerEntry['account'],
  side: LedgerEntry['side'],
  amount: Money,
): readonly ExpectedPosting[] {
  if (amount.amountMinor === 0n) return [];
  if (amount.amountMinor > 0n) return [{ account, side, amount }];
  return [{ account, side: side === 'debit' ? 'credit' : 'debit', amount: negateMoney(amount) }];
}
