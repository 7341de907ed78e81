import type { StoredInvoice } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { refundedFor } from '../../store/refunds.ts';

/** Read in the transaction that gives it back, so that a refund at the same instant is either seen or finds nothing left. */
export function moneyKept(context: Context, invoice: StoredInvoice): bigint {
  const refunded = refundedFor(context, invoice.id);
  // What an invoice counts as paid is without what went back.
  return context.rules.moneyGivenBack({ paid: invoice.paid + refunded, refunded });
}
