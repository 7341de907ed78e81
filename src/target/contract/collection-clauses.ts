import type { DunningPolicy } from '../../model/billing/dunning.ts';
import { addDays } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { type ContractClause, requireMoney, requireThat } from './clause.ts';
import { firstDay, flatPlan, newCustomer, startingPoint, subscribe } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

const terms: DunningPolicy = {
  firstAttempt: 'issue-date',
  retryDays: [],
  ageFrom: 'issue-date',
  threshold: null,
  levels: [],
};

/** Money that a target asks for itself, and money that is taken back. */
export const collectionClauses: readonly ContractClause[] = [
  {
    promise: 'owes an invoice again when the bank takes its payment back',
    needs: ['price.flat', 'payment', 'payment.chargeback'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'chargeback');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to pay.');
      if (world.description.capabilities['payment.gateway'] !== 'absent')
        await session.setPaymentMethod(customer.id, { behaviour: 'succeeds', collection: 'manual' });
      const payment = await session.pay({ key: 'paid', invoiceId: invoice.id, amount: eur('30.00') });
      requireMoney('due once paid', (await session.invoice(invoice.id)).due, eur('0.00'));
      await session.notifyPayment({ id: 'back', paymentId: payment.id, outcome: 'charged-back' });
      requireMoney('due after the chargeback', (await session.invoice(invoice.id)).due, eur('30.00'));
    },
  },
  {
    promise: 'charges an invoice by itself where the customer agreed to it, once',
    needs: ['price.flat', 'payment', 'payment.gateway', 'dunning', 'payment.collect'],
    verify: async (world) => {
      const session = await world.open('collect', firstDay);
      await session.publish(flatPlan);
      await session.setDunningPolicy(terms);
      const customer = await newCustomer(session, 'collect-customer');
      await session.setPaymentMethod(customer.id, { behaviour: 'succeeds', collection: 'automatic' });
      await subscribe(session, { customer, plan: flatPlan.plan, start: firstDay });
      const [invoice] = await session.invoices(customer.id);
      requireMoney('due after the charge', invoice?.due ?? eur('30.00'), eur('0.00'));
      const { length } = await session.gatewayMovements(customer.id);
      requireThat(length === 1, `charges of the payment service: found ${length}, expected 1.`);
    },
  },
  {
    promise: 'charges a fee for being late when its level begins, once',
    needs: ['clock', 'price.flat', 'dunning', 'dunning.charges'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'late-fee');
      const level = { name: 'late', afterDays: 10, suspends: false, fee: '5.00', interestPercent: null };
      await session.setDunningPolicy({ ...terms, levels: [level] });
      await session.advanceTo(addDays(firstDay, 12));
      const { charges } = await session.dunning(customer.id);
      requireThat(charges.length === 1, `charges for being late: found ${charges.length}, expected 1.`);
      requireMoney('the fee', charges[0]?.fee ?? eur('0.00'), eur('5.00'));
    },
  },
];
