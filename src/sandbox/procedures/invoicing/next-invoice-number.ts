import type { Context } from '../../engine.ts';
import { entityOf, takeNumber } from '../../store/legal-entities.ts';

/** Counted in the transaction that issues: an invoice that does not come about gives its number back. */
export function nextInvoiceNumber(context: Context, customerId: string): string {
  const prefix = entityOf(context, customerId)?.numberPrefix ?? 'INV-';
  return context.rules.invoiceNumber(prefix, takeNumber(context, prefix));
}
