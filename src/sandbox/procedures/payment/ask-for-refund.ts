import type { Context } from '../../engine.ts';
import type { GatewayAnswer } from '../../gateway/gateway.ts';
import { refundById } from '../../store/refunds.ts';
import { withinPatience } from './ask-gateway.ts';

export async function askForRefund(context: Context, refundId: string): Promise<GatewayAnswer | 'no-answer'> {
  const { customerId, amount } = refundById(context, refundId);
  const answer = context.gateway.order({
    tenantId: context.tenantId,
    key: refundId,
    customerId,
    kind: 'refund',
    currency: amount.currency,
    amountMinor: context.rules.gatewayAmount(amount),
  });
  return withinPatience(answer);
}
