import type { InvoiceDraft, StoredInvoice, StoredLine } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';

/** Taking invoices back, and what a customer has to his credit. */
export interface VoidProcedures {
  /** Once only for each invoice, also when several ask at one instant. */
  readonly voidInvoice: (context: Context, request: VoidRequest) => Promise<void>;
  /** What was paid for the invoice and was not given back yet. */
  readonly moneyKept: (context: Context, invoice: StoredInvoice) => bigint;
  /** Gives back what balance and wallets paid of the invoice, each to where it came from. */
  readonly returnCredits: (context: Context, invoice: StoredInvoice) => void;
  /** Takes from the customer's credit what the bank took back of a void invoice, and from what he paid with it since. */
  readonly reclaimCredit: (context: Context, voided: StoredInvoice, amountMinor: bigint) => void;
  /** Answers the id of the new invoice, of the first one when the key comes again. */
  readonly rebill: (context: Context, request: RebillRequest) => string;
  /** The lines of the new invoice. */
  readonly linesToRebill: (context: Context, rebilled: RebilledInvoice) => readonly StoredLine[];
  /** What the customer has to his credit at this moment. */
  readonly availableBalance: (context: Context, customerId: string) => bigint;
  /** The credit that would be used on the invoice if it were issued now; writes nothing. */
  readonly quotedCredit: (context: Context, draft: InvoiceDraft) => bigint;
  /** Uses the customer's balance on an invoice that was just issued. */
  readonly applyBalance: (context: Context, invoice: StoredInvoice) => void;
}

export interface VoidRequest {
  readonly key: string;
  readonly invoiceId: string;
}

export interface RebillRequest {
  readonly key: string;
  readonly invoiceId: string;
  /** Positions of lines that are left out. */
  readonly without: readonly number[];
}

export interface RebilledInvoice {
  readonly invoice: StoredInvoice;
  readonly without: readonly number[];
}
