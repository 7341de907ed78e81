import { z } from 'zod';
import type { GatewayVerbs } from '../../../target/verbs/gateway.ts';
import { currency } from '../answer-values.ts';
import type { SandboxCalls } from '../calls.ts';
import { customerPath } from './customer.ts';

const movementsAnswer = z.object({
  movements: z.array(
    z.object({
      kind: z.enum(['charge', 'refund']),
      status: z.enum(['succeeded', 'declined', 'pending', 'charged-back']),
      currency,
      amountMinor: z
        .string()
        .regex(/^(0|-?[1-9]\d*)$/)
        .transform((text) => BigInt(text)),
    }),
  ),
});

export function gatewayVerbs(calls: SandboxCalls): GatewayVerbs {
  return {
    setPaymentMethod: async (customerId, body) => {
      const path = `${customerPath(customerId)}/payment-method`;
      await calls.send('PUT', { operation: 'payment-method.set', path, body });
    },
    gatewayMovements: async (customerId) => {
      const query = new URLSearchParams({ customerId });
      return (await calls.get('gateway.read', `/v1/gateway/movements?${query}`, movementsAnswer)).movements;
    },
    notifyPayment: async (notification) => {
      await calls.post('gateway.notify', '/v1/gateway/notifications', notification);
    },
  };
}
