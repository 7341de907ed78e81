import type { NewSubscription } from '../../model/billing/subscription.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import { moneyOf, parseMoney, sumMoney } from '../../model/money.ts';
import type { TargetSession } from '../session.ts';
import { type ContractClause, type ContractWorld, requireMoney, requireThat } from './clause.ts';
import { firstDay, flatPlan, newCustomer, startingPoint, subscribe } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

async function order(world: ContractWorld, key: string, terms: Partial<NewSubscription>) {
  const session = await world.open(key, firstDay);
  await session.publish(flatPlan);
  const customer = await newCustomer(session, `${key}-customer`);
  const usual = { key, customerId: customer.id, plan: flatPlan.plan, start: firstDay, quantity: '1' };
  const subscription = await session.subscribe({ ...usual, billing: 'anniversary', ...terms });
  return { session, customer, subscription };
}

async function totals(session: TargetSession, customerId: string) {
  return (await session.invoices(customerId)).map(({ total }) => total);
}

/** What an order may agree beyond a plan and a day. */
export const orderClauses: readonly ContractClause[] = [
  {
    promise: 'puts all that an order for a day that is over makes due on one invoice of its own day',
    needs: ['price.flat', 'subscription.backdate', 'subscription.backdate-together'],
    verify: async (world) => {
      const today = localDate('2026-03-05');
      const session = await world.open('together', today);
      await session.publish(flatPlan);
      const customer = await newCustomer(session, 'together-customer');
      await subscribe(session, { customer, plan: flatPlan.plan, start: firstDay });
      const [invoice, ...more] = await session.invoices(customer.id);
      requireThat(
        invoice?.issueDate === today && more.length === 0,
        `invoices: found ${more.length + 1}, the first of ${invoice?.issueDate}, expected one of ${today}.`,
      );
      requireMoney('January to March', invoice.total, eur('90.00'));
    },
  },
  {
    promise: 'shares out a quarter by its days when the plan changes',
    needs: ['clock', 'price.flat', 'subscription.change', 'subscription.long-periods'],
    verify: async (world) => {
      const quarterly = (plan: string, amount: string) =>
        ({
          ...flatPlan,
          plan,
          interval: { unit: 'month', count: 3 },
          charges: [{ kind: 'recurring', code: 'fee', timing: 'advance', price: { kind: 'flat', amount } }],
        }) as const;
      const small = quarterly('contract-quarter', '90.00');
      const { session, customer, subscription } = await startingPoint(world, 'quarter', small);
      await session.publish(quarterly('contract-large-quarter', '180.00'));
      const day = localDate('2026-02-20');
      await session.advanceTo(day);
      await session.changePlan(subscription.id, 'contract-large-quarter', { kind: 'date', date: day });
      const { dayCount, changeDayBelongsTo, prorationCredit } = world.description.profile;
      // Of 90 days 40 are left, 41 where each month has thirty, at 1.00 and 2.00 a day.
      const left = (dayCount === 'actual' ? 40n : 41n) - (changeDayBelongsTo === 'old-plan' ? 1n : 0n);
      const credit = prorationCredit === 'line-on-next-invoice' ? left : 0n;
      const expected = moneyOf((90n - credit + 2n * left) * 100n, 'EUR');
      requireMoney('the quarter', sumMoney(await totals(session, customer.id), 'EUR'), expected);
    },
  },
  {
    promise: 'charges an add-on up to the end of the period that its base is in',
    needs: ['clock', 'price.flat', 'subscription.add-on'],
    verify: async (world) => {
      const start = localDate('2026-04-01');
      const { session, customer, subscription } = await order(world, 'add-on', { start });
      await session.publish({ ...flatPlan, plan: 'contract-add-on' });
      const day = localDate('2026-04-16');
      await session.advanceTo(day);
      const terms = { start: day, quantity: '1', billing: 'anniversary', addOnTo: subscription.id } as const;
      await session.subscribe({ ...terms, key: 'more', customerId: customer.id, plan: 'contract-add-on' });
      // The base's 30.00, and 15 of 30 days of April.
      requireMoney('April', sumMoney(await totals(session, customer.id), 'EUR'), eur('45.00'));
    },
  },
  {
    promise: 'charges the price that was agreed with one customer',
    needs: ['price.flat', 'subscription.negotiated'],
    verify: async (world) => {
      const negotiated = [{ charge: 'fee', price: { kind: 'flat', amount: '25.00' } }] as const;
      const { session, customer } = await order(world, 'negotiated', { negotiated });
      const [total] = await totals(session, customer.id);
      requireMoney('the agreed fee', total ?? eur('0.00'), eur('25.00'));
    },
  },
  {
    promise: 'charges the price that was agreed with a change of plan',
    needs: ['price.flat', 'subscription.change', 'subscription.negotiated-change'],
    verify: async (world) => {
      const negotiated = [{ charge: 'fee', price: { kind: 'flat', amount: '45.00' } }] as const;
      const { session, customer, subscription } = await order(world, 'negotiated-change', {});
      await session.publish({ ...flatPlan, plan: 'contract-dear' });
      const timing = { kind: 'date', date: firstDay } as const;
      await session.changePlanAtPrice(subscription.id, { plan: 'contract-dear', timing, negotiated });
      requireMoney('billed in all', sumMoney(await totals(session, customer.id), 'EUR'), eur('45.00'));
    },
  },
  {
    promise: 'begins whole periods on the new bill day, and gives back what was paid beyond it',
    needs: ['clock', 'price.flat', 'subscription.bill-day'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'bill-day');
      await session.advanceTo(localDate('2026-04-10'));
      await session.changeBillDay(subscription.id, { day: 15, from: localDate('2026-04-10') });
      await session.advanceTo(localDate('2026-04-14'));
      requireMoney('up to 14 April', sumMoney(await totals(session, customer.id), 'EUR'), eur('120.00'));
      await session.advanceTo(localDate('2026-04-15'));
      // Three months, 14 of 30 days of April, and a month from the 15th on.
      requireMoney('with 15 April', sumMoney(await totals(session, customer.id), 'EUR'), eur('134.00'));
    },
  },
  {
    promise: 'takes the bill day that comes with a change of plan',
    needs: ['clock', 'price.flat', 'subscription.change', 'subscription.bill-day-change'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'bill-day-change');
      await session.publish({ ...flatPlan, plan: 'contract-redated' });
      const day = localDate('2026-04-16');
      await session.advanceTo(day);
      const timing = { kind: 'date', date: day } as const;
      const change = { plan: 'contract-redated', timing, billDay: 16 };
      await session.changePlanAndBillDay(subscription.id, change);
      // Three months, half of April, and a whole month of the new plan.
      requireMoney('billed in all', sumMoney(await totals(session, customer.id), 'EUR'), eur('135.00'));
    },
  },
  {
    promise: 'bills all that shares a bill day on that of the first of them',
    needs: ['clock', 'price.flat', 'subscription.bill-day-shared'],
    verify: async (world) => {
      const day = localDate('2026-04-10');
      const session = await world.open('bill-day-shared', day);
      await session.publish(flatPlan);
      const customer = await newCustomer(session, 'bill-day-shared-customer');
      const order = async (key: string, start: LocalDate) => {
        const whole = { key, customerId: customer.id, plan: flatPlan.plan, start, quantity: '1' };
        await session.subscribe({ ...whole, billing: 'anniversary', sharesBillDay: true });
      };
      await order('bill-day-shared-first', day);
      await session.advanceTo(localDate('2026-04-25'));
      await order('bill-day-shared-second', localDate('2026-04-25'));
      // A month of 30 days, and 15 days of it.
      requireMoney('by 25 April', sumMoney(await totals(session, customer.id), 'EUR'), eur('45.00'));
      await session.advanceTo(localDate('2026-05-10'));
      requireMoney('by 10 May', sumMoney(await totals(session, customer.id), 'EUR'), eur('105.00'));
    },
  },
  {
    promise: 'says up to which day a subscription stands on invoices',
    needs: ['clock', 'price.flat', 'subscription.billed-through'],
    verify: async (world) => {
      const { session, subscription } = await startingPoint(world, 'billed-through');
      await session.advanceTo(localDate('2026-02-10'));
      const found = await session.billedThrough(subscription.id);
      requireThat(found === '2026-03-01', `first day not billed: found ${found}, expected 2026-03-01.`);
    },
  },
  {
    promise: 'ends a contract with its term, and renews one at a raised price',
    needs: ['clock', 'price.flat', 'subscription.term'],
    verify: async (world) => {
      const once = { periods: 1, atEnd: 'end', upliftPercent: '0' } as const;
      const ended = await order(world, 'term-end', { term: once });
      await ended.session.advanceTo(localDate('2026-03-01'));
      const { length } = await totals(ended.session, ended.customer.id);
      requireThat(length === 1, `invoices of a contract of one month: found ${length}, expected 1.`);
      const again = { periods: 1, atEnd: 'renew', upliftPercent: '10' } as const;
      const renewed = await order(world, 'term-renew', { term: again });
      await renewed.session.advanceTo(localDate('2026-02-01'));
      const last = (await totals(renewed.session, renewed.customer.id)).at(-1);
      requireMoney('30.00 raised by 10 %', last ?? eur('0.00'), eur('33.00'));
    },
  },
];
