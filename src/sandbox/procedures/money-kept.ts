import type { StoredInvoice } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';

/** Read in the transaction that gives it back, so that a refund at the same instant is either seen or finds nothing left. */
export function moneyKept(context: Context, invoice: StoredInvoice): bigint {
  return context.rules.moneyGivenBack({ paid: invoice.paid, refunded: 0n });
}
