import type { ExportRow } from '../../model/billing/export.ts';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { Payment } from '../../model/billing/payment.ts';
import type { Context } from '../engine.ts';

export function ledgerRow(context: Context, entry: LedgerEntry): ExportRow {
  return {
    postingId: entry.postingId,
    date: entry.date,
    account: entry.account,
    side: entry.side,
    currency: entry.amount.currency,
    amount: context.rules.exportedAmount(entry.amount),
    customerId: entry.customerId,
    invoiceId: entry.invoiceId ?? '',
  };
}

export function paymentRow(context: Context, payment: Payment): ExportRow {
  return {
    id: payment.id,
    invoiceId: payment.invoiceId,
    currency: payment.amount.currency,
    amount: context.rules.exportedAmount(payment.amount),
    status: payment.status,
    date: payment.date,
  };
}
