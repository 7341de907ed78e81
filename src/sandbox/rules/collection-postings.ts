import { type PostingLine, paymentPostings, signedPostings } from './ledger-postings.ts';

/** Money that goes back is owed again. */
export function refundPostings(amountMinor: bigint): readonly PostingLine[] {
  return paymentPostings(-amountMinor);
}

/** What is given up is a loss, and owed no more. */
export function writeOffPostings(amountMinor: bigint): readonly PostingLine[] {
  return signedPostings([
    { account: 'bad-debt', side: 'debit', amountMinor },
    { account: 'receivables', side: 'credit', amountMinor },
  ]);
}

/** Money that no invoice needs is a debt to the customer. */
export function surplusPostings(amountMinor: bigint): readonly PostingLine[] {
  return signedPostings([
    { account: 'cash', side: 'debit', amountMinor },
    { account: 'customer-credit', side: 'credit', amountMinor },
  ]);
}
