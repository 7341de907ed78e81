import type { LedgerEntry } from '../../../model/billing/ledger.ts';
import {
  type InvoiceAmounts,
  invoicePostings,
  moved,
  type PostingLine,
  signedPostings,
} from './ledger-postings.ts';

/** Credit is a debt to the customer; using it on an invoice settles a part of what he owes. Negative gives it back. */
export function creditUsePostings(
  account: Extract<LedgerEntry['account'], 'customer-credit' | 'prepaid-credit'>,
  amountMinor: bigint,
): readonly PostingLine[] {
  return moved(amountMinor, { debit: account, credit: 'receivables' });
}

/** The customer pays now for what he will be billed later. */
export function topUpPostings(amountMinor: bigint): readonly PostingLine[] {
  return moved(amountMinor, { debit: 'cash', credit: 'prepaid-credit' });
}

/** Credit that nobody can use any more is earned. */
export function lapsePostings(amountMinor: bigint): readonly PostingLine[] {
  return moved(amountMinor, { debit: 'prepaid-credit', credit: 'revenue' });
}

export interface NoteAmounts {
  readonly net: bigint;
  readonly tax: bigint;
  readonly settled: bigint;
  readonly toBalance: bigint;
}

/** What was earned and taxed is taken back: from what the customer owes, and beyond that as a debt to him. */
export function creditNotePostings(note: NoteAmounts): readonly PostingLine[] {
  return signedPostings([
    { account: 'revenue', side: 'debit', amountMinor: note.net },
    { account: 'tax-payable', side: 'debit', amountMinor: note.tax },
    { account: 'receivables', side: 'credit', amountMinor: note.settled },
    { account: 'customer-credit', side: 'credit', amountMinor: note.toBalance },
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
