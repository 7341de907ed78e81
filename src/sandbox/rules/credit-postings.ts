import type { LedgerEntry } from '../../model/billing/ledger.ts';
import { type InvoiceAmounts, invoicePostings, type PostingLine, signedPostings } from './ledger-postings.ts';

/** Credit is a debt to the customer; using it on an invoice settles a part of what he owes. Negative gives it back. */
export function creditUsePostings(
  account: Extract<LedgerEntry['account'], 'customer-credit' | 'prepaid-credit'>,
  amountMinor: bigint,
): readonly PostingLine[] {
  return signedPostings([
    { account, side: 'debit', amountMinor },
    { account: 'receivables', side: 'credit', amountMinor },
  ]);
}

/** Everything that the invoice put into the books, on the other side. */
export function voidPostings(invoice: InvoiceAmounts): readonly PostingLine[] {
  return invoicePostings({
    subtotal: -invoice.subtotal,
    discount: -invoice.discount,
    tax: -invoice.tax,
    total: -invoice.total,
  });
}
