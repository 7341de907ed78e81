import type { InvoiceReview } from '../../model/billing/invoice-review.ts';
import type { InvoiceDraft } from '../billing/stored-invoice.ts';
import type { Context, CustomerBill } from '../engine.ts';

/** Bills that wait before they become invoices. */
export interface DraftProcedures {
  readonly setReview: (context: Context, customerId: string, review: InvoiceReview) => void;
  /** Whether a bill of the day cannot be an invoice yet, whatever was asked for. */
  readonly mustWait: (context: Context, customerId: string) => boolean;
  /** Claims what is due and keeps it as a draft; nothing of it is priced, numbered or posted yet. */
  readonly holdDraft: (context: Context, bill: CustomerBill) => void;
  /** The invoice that the draft would be now; null when nothing is left of it. Writes nothing. */
  readonly draftContent: (context: Context, draftId: string) => InvoiceDraft | null;
  /** Answers the id of the invoice, of the first one when the key comes again. */
  readonly finaliseDraft: (context: Context, finalising: Finalising) => Promise<string>;
  /** True only for the one caller who makes the invoice. */
  readonly claimDraft: (context: Context, finalising: Finalising) => boolean;
  /** Finalises the drafts whose time is over. */
  readonly finaliseDue: (context: Context) => Promise<void>;
}

export interface Finalising {
  readonly key: string;
  readonly draftId: string;
}
