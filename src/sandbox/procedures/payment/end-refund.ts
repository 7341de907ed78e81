import type { AnsweredRefund } from '../../engine/collection-procedures.ts';
import type { Context } from '../../engine.ts';
import { refundById, settleRefund } from '../../store/refunds.ts';
import { todayOf } from '../../store/tenants.ts';

/** Without an answer the gateway is read; what it never heard of until the next day was never asked. */
export async function endRefund(context: Context, { refundId, answer }: AnsweredRefund): Promise<void> {
  const found = answer === 'no-answer' ? await context.gateway.find(context.tenantId, refundId) : answer;
  const isOld = refundById(context, refundId).date < todayOf(context.store, context.tenantId);
  const status = found?.status ?? (isOld ? 'declined' : 'pending');
  if (status !== 'succeeded' && status !== 'declined') return;
  context.store.transaction(() => {
    if (settleRefund(context, refundId, status) && status === 'succeeded') followRefund(context, refundId);
  });
}

function followRefund(context: Context, refundId: string): void {
  const { invoiceId, customerId, amount } = refundById(context, refundId);
  context.procedures.postLedger(context, {
    date: todayOf(context.store, context.tenantId),
    currency: amount.currency,
    customerId,
    invoiceId,
    lines: context.rules.refundPostings(amount.amountMinor),
  });
  context.procedures.dun(context, { customerId, cause: 'refund' });
}
