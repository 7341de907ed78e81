import { addDays } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { type ContractClause, requireMoney, requireRefusal, requireThat } from './clause.ts';
import { firstDay, startingPoint } from './starting-point.ts';

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
  {
    promise: 'gives back no more than was paid, and calls it owed again or not as its profile says',
    needs: ['price.flat', 'payment', 'payment.refund'],
    habits: ['refundWithoutAdjustment'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'refund');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to pay.');
      const { id: paymentId } = await session.pay({
        key: 'paid',
        invoiceId: invoice.id,
        amount: eur('30.00'),
      });
      await session.refund({ key: 'back', paymentId, amount: eur('10.00') });
      await requireRefusal('a refund above what is left', () =>
        session.refund({ key: 'too-much', paymentId, amount: eur('20.01') }),
      );
      const refunds = await session.refunds(customer.id);
      requireThat(refunds.length === 1, `refunds: found ${refunds.length}, expected 1.`);
      const reopens = world.description.profile.refundWithoutAdjustment !== 'leaves-invoice-paid';
      requireMoney(
        'due after a refund of 10.00',
        (await session.invoice(invoice.id)).due,
        eur(reopens ? '10.00' : '0.00'),
      );
    },
  },
  {
    promise: 'takes money that comes by itself, and writes off what never comes',
    needs: ['price.flat', 'payment', 'payment.receive', 'payment.write-off'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'receive');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to pay.');
      const receipt = { key: 'came', customerId: customer.id, amount: eur('12.00'), invoiceIds: null };
      const { payments, surplus } = await session.receive(receipt);
      requireThat(payments.length === 1, `payments: found ${payments.length}, expected 1.`);
      requireMoney('surplus', surplus, eur('0.00'));
      requireMoney('due after 12.00 of 30.00', (await session.invoice(invoice.id)).due, eur('18.00'));
      await session.writeOff('gone', invoice.id);
      requireMoney('due after the write-off', (await session.invoice(invoice.id)).due, eur('0.00'));
    },
  },
  {
    promise: 'duns who does not pay as its policy says, and no more once he paid',
    needs: ['clock', 'price.flat', 'payment', 'dunning'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'dunning');
      const terms = {
        firstAttempt: 'issue-date',
        retryDays: [],
        ageFrom: 'issue-date',
        threshold: null,
      } as const;
      const level = { name: 'stop', afterDays: 10, suspends: true, fee: null, interestPercent: null };
      await session.setDunningPolicy({ ...terms, levels: [level] });
      await session.advanceTo(addDays(firstDay, 10));
      const late = await session.dunning(customer.id);
      requireThat(
        late.level === 'stop' && late.isSuspended && late.reminders.length === 1,
        `after ten days: found ${JSON.stringify(late.level)} and ${late.reminders.length} reminders, expected "stop" and 1.`,
      );
      for (const { id, due } of await session.invoices(customer.id))
        await session.pay({ key: id, invoiceId: id, amount: due });
      const paid = await session.dunning(customer.id);
      requireThat(
        paid.level === null && !paid.isSuspended,
        `after payment: found ${JSON.stringify(paid.level)}, expected null and service again.`,
      );
    },
  },
];
