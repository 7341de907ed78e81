import { parseMoney } from '../../model/money.ts';
import { type ContractClause, requireMoney, requireRefusal, requireThat } from './clause.ts';
import { startingPoint } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

/** What happens between a target and the payment service behind it. */
export const paymentClauses: readonly ContractClause[] = [
  {
    promise: 'makes a payment method behave as asked, and shows what the payment service did',
    needs: ['price.flat', 'payment', 'payment.gateway'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'gateway');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to pay.');
      await session.setPaymentMethod(customer.id, { behaviour: 'declines-soft', collection: 'manual' });
      const declined = await session.pay({ key: 'declined', invoiceId: invoice.id, amount: eur('30.00') });
      requireThat(
        declined.status === 'declined',
        `a card that declines: found a payment that is ${declined.status}, expected declined.`,
      );
      const [movement] = await session.gatewayMovements(customer.id);
      requireThat(
        movement?.status === 'declined' && movement.amountMinor === 30_00n,
        `record of the payment service: found ${movement?.status} ${movement?.amountMinor}, expected declined 3000.`,
      );
      requireMoney('due after a decline', (await session.invoice(invoice.id)).due, eur('30.00'));
    },
  },
  {
    promise: 'takes the news of the payment service about a pending payment, and no other amount for it',
    needs: ['price.flat', 'payment', 'payment.gateway'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'notification');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to pay.');
      await session.setPaymentMethod(customer.id, { behaviour: 'stays-pending', collection: 'manual' });
      const pending = await session.pay({ key: 'pending', invoiceId: invoice.id, amount: eur('30.00') });
      requireThat(pending.status === 'pending', `payment: found ${pending.status}, expected pending.`);
      await requireRefusal('another amount', () => session.amendPayment(pending.id, eur('1.00')));
      await session.notifyPayment({ id: 'news', paymentId: pending.id, outcome: 'succeeded' });
      requireMoney('due after the news', (await session.invoice(invoice.id)).due, eur('0.00'));
    },
  },
];
