import type { NewRefund } from '../../../model/billing/refund.ts';
import type { Context } from '../../engine.ts';

export async function refund(context: Context, request: NewRefund): Promise<string> {
  const { refundId, state } = context.store.transaction(() =>
    context.procedures.beginRefund(context, request),
  );
  if (state === 'attempted-before') return refundId;
  const answer = await context.procedures.askForRefund(context, refundId);
  await context.procedures.endRefund(context, { refundId, answer });
  return refundId;
}
