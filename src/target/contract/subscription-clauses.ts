import { localDate } from '../../model/date.ts';
import { parseMoney, sumMoney } from '../../model/money.ts';
import type { TargetSession } from '../session.ts';
import { type ContractClause, requireMoney, requireRefusal, requireThat } from './clause.ts';
import { firstDay, flatPlan, newCustomer, startingPoint } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

/** EUR 31.00 a seat and month, so that a day of January costs EUR 1.00. */
const seatPlan = {
  ...flatPlan,
  plan: 'contract-seats',
  charges: [
    { kind: 'recurring', code: 'seats', timing: 'advance', price: { kind: 'per-unit', unit: '31.00' } },
  ],
} as const;

const on = (date: string) => ({ kind: 'date', date: localDate(date) }) as const;

async function billedInAll(session: TargetSession, customerId: string) {
  return sumMoney(
    (await session.invoices(customerId)).map(({ total }) => total),
    'EUR',
  );
}

/** What happens to a subscription between its start and its end. */
export const subscriptionClauses: readonly ContractClause[] = [
  {
    promise: 'bills the days up to the first of the month, and whole months from there',
    needs: ['clock', 'price.flat', 'subscription.calendar'],
    verify: async (world) => {
      const session = await world.open('calendar', localDate('2026-04-16'));
      await session.publish(flatPlan);
      const customer = await newCustomer(session, 'calendar-customer');
      const order = { key: 'calendar', customerId: customer.id, plan: flatPlan.plan, quantity: '1' };
      await session.subscribe({ ...order, start: localDate('2026-04-16'), billing: 'calendar' });
      // 15 of 30 days of April at EUR 30.00, whichever way days are counted.
      requireMoney('16 to 30 April', await billedInAll(session, customer.id), eur('15.00'));
      await session.advanceTo(localDate('2026-05-01'));
      requireMoney('with May', await billedInAll(session, customer.id), eur('45.00'));
    },
  },
  {
    promise: 'charges a further seat from its day on and gives the old number back for the same days',
    needs: ['clock', 'price.per-unit', 'subscription.quantity'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'quantity', seatPlan);
      await session.advanceTo(localDate('2026-01-11'));
      await session.changeQuantity(subscription.id, '2', on('2026-01-11'));
      // 31.00, then 21 of 31 days of one more seat.
      requireMoney('one seat, two from the 11th', await billedInAll(session, customer.id), eur('52.00'));
    },
  },
  {
    promise: 'bills no fee for the days of a pause',
    needs: ['clock', 'price.per-unit', 'subscription.pause'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'pause', seatPlan);
      await session.advanceTo(localDate('2026-01-11'));
      await session.pause(subscription.id, on('2026-01-11'));
      const { state } = await session.subscription(subscription.id);
      requireThat(state === 'paused', `state in a pause: found ${state}, expected paused.`);
      await session.advanceTo(localDate('2026-01-21'));
      await session.resume(subscription.id, on('2026-01-21'));
      requireMoney('31 days less 10', await billedInAll(session, customer.id), eur('21.00'));
    },
  },
  {
    promise: 'takes the running period back with an end as of its first day',
    needs: ['clock', 'price.flat', 'subscription.cancel', 'subscription.cancel-period'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'take-back');
      // After a month of 31 days: what becomes of short ones is a check's to ask.
      await session.advanceTo(localDate('2026-05-10'));
      await session.cancelRunningPeriod(subscription.id);
      requireMoney('January to April', await billedInAll(session, customer.id), eur('120.00'));
      await session.advanceTo(localDate('2026-06-10'));
      requireMoney('a month later', await billedInAll(session, customer.id), eur('120.00'));
    },
  },
  {
    promise: 'goes on as if nothing had been planned when a cancellation is taken back',
    needs: ['clock', 'price.flat', 'subscription.cancel', 'subscription.undo'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'undo');
      await session.cancel(subscription.id, { kind: 'period-end' });
      await session.undo(subscription.id, 'cancellation');
      await requireRefusal('taking back what was not planned', () =>
        session.undo(subscription.id, 'cancellation'),
      );
      await session.advanceTo(localDate('2026-02-01'));
      requireMoney('two months', await billedInAll(session, customer.id), eur('60.00'));
    },
  },
  {
    promise: 'bills an order for a day that is over for all days since, at once',
    needs: ['price.flat', 'subscription.backdate'],
    verify: async (world) => {
      const session = await world.open('backdate', localDate('2026-03-05'));
      await session.publish(flatPlan);
      const customer = await newCustomer(session, 'backdate-customer');
      const order = { key: 'backdate', customerId: customer.id, plan: flatPlan.plan, quantity: '1' };
      await session.subscribe({ ...order, start: firstDay, billing: 'anniversary' });
      requireMoney('January to March', await billedInAll(session, customer.id), eur('90.00'));
    },
  },
  {
    promise: 'charges nothing while a trial lasts',
    needs: ['clock', 'price.per-unit', 'subscription.trial'],
    verify: async (world) => {
      const session = await world.open('in-trial', firstDay);
      await session.publish(seatPlan);
      const customer = await newCustomer(session, 'in-trial-customer');
      const order = { key: 'in-trial', customerId: customer.id, plan: seatPlan.plan, quantity: '1' };
      await session.subscribe({ ...order, start: firstDay, billing: 'anniversary', trialDays: 10 });
      await session.advanceTo(localDate('2026-01-05'));
      requireMoney('within the trial', await billedInAll(session, customer.id), eur('0.00'));
    },
  },
  {
    promise: 'bills the rest of the period once a trial is over',
    needs: ['clock', 'price.per-unit', 'subscription.trial', 'subscription.trial-in-period'],
    verify: async (world) => {
      const session = await world.open('trial', firstDay);
      await session.publish(seatPlan);
      const customer = await newCustomer(session, 'trial-customer');
      const order = { key: 'trial', customerId: customer.id, plan: seatPlan.plan, quantity: '1' };
      await session.subscribe({ ...order, start: firstDay, billing: 'anniversary', trialDays: 10 });
      await session.advanceTo(localDate('2026-01-31'));
      requireMoney('31 days less 10', await billedInAll(session, customer.id), eur('21.00'));
    },
  },
];
