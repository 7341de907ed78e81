import { moved, type PostingLine, paymentPostings } from './ledger-postings.ts';

/** Money that goes back is owed again. */
export function refundPostings(amountMinor: bigint): readonly PostingLine[] {
  return paymentPostings(-amountMinor);
}

/** What is given up is a loss, and owed no more. */
export function writeOffPostings(amountMinor: bigint): readonly PostingLine[] {
  return moved(amountMinor, { debit: 'bad-debt', credit: 'receivables' });
}

/** Money that no invoice needs is a debt to the customer. */
export function surplusPostings(amountMinor: bigint): readonly PostingLine[] {
  return moved(amountMinor, { debit: 'cash', credit: 'customer-credit' });
}
