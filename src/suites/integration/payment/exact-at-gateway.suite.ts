import { describe } from 'vitest';
import { type Money, parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { debtor } from '../../../scenario/situations/paying-customer.ts';

/** As floats of major units all of them are a little more or less than what they say. */
const amounts = {
  EUR: ['0.29', '0.57', '1.15', '4.35', '8.03', '16.05', '64.10', '1001.13', '9999.95'],
  KWD: ['0.057', '1.005', '1.009', '2.755', '4.351', '8.003', '64.101', '1001.113'],
  JPY: ['1', '29', '57', '100', '1009', '32768'],
} as const;

describe('The payment service is asked to the smallest coin', () => {
  for (const currency of ['EUR', 'KWD', 'JPY'] as const)
    check(
      `for what is paid, and for what is given back of it, in ${currency}`,
      {
        topic: 'payment',
        needs: ['price.flat', 'payment', 'payment.gateway', 'payment.refund'],
        tags: ['@edge', '@risk-high'],
        timeoutMs: 40_000,
      },
      async (world) => {
        const { session, customerId, invoice } = await debtor(world, '50000', { currency });
        await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'manual' });
        const moneys = amounts[currency].map((amount) => parseMoney(amount, currency));
        const asked: string[] = [];
        for (const [index, amount] of moneys.entries()) {
          const pay = { key: `${world.checkId}-pay-${index}`, invoiceId: invoice.id, amount };
          const { id: paymentId } = await session.pay(pay);
          await session.refund({ key: `${world.checkId}-back-${index}`, paymentId, amount });
          asked.push(shown('charge', amount), shown('refund', amount));
        }
        const movements = await session.gatewayMovements(customerId);
        world.expectEqual(
          'moved by the payment service',
          asked,
          movements.map(({ kind, ...money }) => shown(kind, money)),
        );
      },
    );
});

function shown(kind: 'charge' | 'refund', { currency, amountMinor }: Money): string {
  return `${kind} ${currency} ${amountMinor}`;
}
