import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import type { LocalDate } from '../../model/date.ts';

export interface InvoiceVerbs {
  preview(calculation: Calculation): Promise<CalculationAnswer>;
  /** What the next bill run would invoice if it ran on `date`; null when nothing. */
  previewInvoice(customerId: string, date: LocalDate): Promise<Invoice | null>;
  /** Bills what is due up to `date` once more; a repeat finds nothing to do. Answers the ids of new invoices. */
  bill(date: LocalDate): Promise<readonly string[]>;
  invoice(id: string): Promise<Invoice>;
  /** All pages, in order of issue; in pages of so many where the target lets its callers choose. */
  invoices(customerId: string, pageSize?: number): Promise<readonly Invoice[]>;
  /** The file that the customer gets. */
  invoicePdf(invoiceId: string): Promise<Uint8Array>;
  /** Where a person sees the invoice in a browser. */
  invoiceScreenUrl(invoiceId: string): Promise<string>;
}
