import type { StoredInvoice } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { refundedFor } from '../../store/refunds.ts';

/** Read in the transaction that gives it back, so that a refund at the same instant is either seen or finds nothing left. */
export function moneyKept(context: Context, invoice: StoredInvoice): bigint {
  const refunded = refundedFor(context, invoice.id);
  // Where a refund opens the invoice again, what it counts as paid is without what went back.
  const came = context.rules.refundReopens() ? invoice.paid + refunded : invoice.paid;
  return context.rules.moneyGivenBack({ paid: came, refunded });
}
