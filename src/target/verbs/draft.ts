import type { Invoice } from '../../model/billing/invoice.ts';
import type { InvoiceReview } from '../../model/billing/invoice-review.ts';

export interface DraftVerbs {
  /** For bills from now on. */
  reviewInvoices(customerId: string, review: InvoiceReview): Promise<void>;
  /** Those that wait, oldest first, each as the invoice that it would be if it were finalised now. `invoices` has none of them. */
  drafts(customerId: string): Promise<readonly Invoice[]>;
  /** Makes an invoice of a draft, as of today, and answers the invoice. A repeat with the same key changes nothing more. */
  finalise(key: string, draftId: string): Promise<Invoice>;
}
