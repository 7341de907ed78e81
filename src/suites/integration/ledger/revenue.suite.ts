import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import {
  type CustomerHistory,
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { expectClosed, expectSchedules } from '../../../scenario/revenue.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

const needs = ['clock', 'price.flat', 'tax', 'discount', 'ledger'] as const;
const year = { unit: 'month', count: 12 } as const;

/** A year paid in advance, with tax and discount; ended in its ninth month where it is told so. */
function yearly(
  name: string,
  price: { readonly currency: string; readonly amount: string },
  days: { readonly start?: string; readonly until?: string; readonly cancelledOn?: string } = {},
): CustomerHistory {
  const { currency, amount } = price;
  const { start = '2026-01-20', until = '2026-11-05', cancelledOn } = days;
  return castHistory(name, {
    plans: [monthlyPlan(`year-${currency}`, [fee(amount)], { currency, interval: year })],
    subscriptions: [
      subscriptionOf(`year-${currency}`, start, {
        cancelledOn: cancelledOn === undefined ? null : localDate(cancelledOn),
      }),
    ],
    discounts: [{ from: localDate(start), percent: '7.5' }],
    taxRates: [taxFrom('2020-01-01', '19')],
    until,
  });
}

describe('Revenue of what is paid in advance', () => {
  for (const [name, currency, amount] of [
    ['Acme', 'EUR', '999.99'],
    ['Sakura', 'JPY', '9999'],
    ['Dhow', 'KWD', '99.999'],
  ] as const) {
    check(
      `A year of ${name} in ${currency} is earned month by month, to the last coin`,
      { topic: 'ledger', needs: [...needs, 'revenue-schedule'], tags: ['@close', '@risk-high'] },
      async (world) => {
        const history = yearly(name, { currency, amount });
        const { session, customer } = await expectHistory(world, history);
        await expectSchedules(world, session, { history, customerId: customer.customerId });
      },
    );
  }

  check(
    'A year that is ended early is earned up to its end, and its credit takes back what was still deferred',
    {
      topic: 'ledger',
      needs: [...needs, 'revenue-schedule', 'period-close', 'subscription.cancel'],
      tags: ['@close'],
    },
    async (world) => {
      const history = yearly('Acme', { currency: 'EUR', amount: '1200.00' }, { cancelledOn: '2026-09-10' });
      const { session, customer } = await expectHistory(world, history);
      const booked = { history, customerId: customer.customerId };
      await expectSchedules(world, session, booked);
      await expectClosed(world, session, { ...booked, month: localDate('2026-10-01') });
    },
  );

  check(
    'Days that were served before their invoice was made are earned in the month of the invoice',
    { topic: 'ledger', needs: [...needs, 'revenue-schedule'], tags: ['@close'] },
    async (world) => {
      const charge = { ...fee('92.00'), timing: 'arrears' } as const;
      const history = castHistory('Kim', {
        plans: [monthlyPlan('behind', [charge], { interval: { unit: 'month', count: 3 } })],
        subscriptions: [subscriptionOf('behind', '2026-01-15')],
        until: '2026-07-20',
      });
      const { session, customer } = await expectHistory(world, history);
      await expectSchedules(world, session, { history, customerId: customer.customerId });
    },
  );
});

describe('The end of a month in the books', () => {
  check(
    'Month after month the deferred part falls, and deferred and earned are what was invoiced',
    { topic: 'ledger', needs: [...needs, 'period-close'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const history = yearly('Globex', { currency: 'USD', amount: '1234.56' });
      const { session, customer } = await expectHistory(world, history);
      for (const month of ['2026-01-01', '2026-02-01', '2026-03-01', '2026-10-01'])
        await expectClosed(world, session, {
          history,
          customerId: customer.customerId,
          month: localDate(month),
        });
    },
  );

  check(
    'The last month of a year closes as any other, and so does the first one of the next',
    { topic: 'ledger', needs: [...needs, 'period-close'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const days = { start: '2026-10-20', until: '2027-03-05' };
      const history = yearly('Acme', { currency: 'EUR', amount: '1234.56' }, days);
      const { session, customer } = await expectHistory(world, history);
      for (const month of ['2026-10-01', '2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01'])
        await expectClosed(world, session, {
          history,
          customerId: customer.customerId,
          month: localDate(month),
        });
    },
  );

  check(
    'A month that is closed twice, and three times at one instant, is posted once',
    { topic: 'idempotency', needs: [...needs, 'period-close'], tags: ['@close'] },
    async (world) => {
      const history = yearly('Acme', { currency: 'EUR', amount: '365.00' });
      const { session, customer } = await expectHistory(world, history);
      const month = localDate('2026-03-01');
      const closing = [0, 1, 2].map(() => refusalOf(session.closePeriod(month)));
      await Promise.all(closing);
      const { length } = await session.ledger(customer.customerId);
      await refusalOf(session.closePeriod(month));
      world.expectEqual(
        'entries after closing again',
        length,
        (await session.ledger(customer.customerId)).length,
      );
      await expectClosed(world, session, { history, customerId: customer.customerId, month });
    },
  );

  check(
    'Nothing is posted into a closed month, neither by hand nor by what happens later',
    {
      topic: 'ledger',
      needs: [...needs, 'period-close', 'journal', 'payment'],
      tags: ['@close', '@risk-high'],
    },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('31.00')]);
      const start = localDate('2026-01-10');
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      await session.advanceTo(localDate('2026-03-05'));
      const month = localDate('2026-02-01');
      await session.closePeriod(month);
      const closed = async () =>
        (await session.ledger(customerId)).filter(({ date }) => date < localDate('2026-03-01'));
      const before = await closed();
      const amount = { currency: 'EUR', amountMinor: 500n };
      const lines = [
        { account: 'receivables', side: 'debit', amount },
        { account: 'revenue', side: 'credit', amount },
      ] as const;
      for (const date of [start, localDate('2026-02-28')]) {
        const journal = { key: `${world.checkId}-${date}`, customerId, date, lines };
        const answer = await refusalOf(session.postJournal(journal));
        world.expectRefused(answer, `A journal of ${date} was ${answer}, expected a refusal.`);
      }
      const [first] = await session.invoices(customerId);
      if (first !== undefined)
        await session.pay({ key: `${world.checkId}-pay`, invoiceId: first.id, amount: first.due });
      await session.bill(localDate('2026-02-28'));
      const open = { key: `${world.checkId}-open`, customerId, date: localDate('2026-03-01'), lines };
      world.expectEqual('entries of an open month', 2, (await session.postJournal(open)).length);
      world.expectThat(before.length > 0, 'The closed month had no entry, so none was compared.');
      world.expectEqual('entries of the closed month', before, await closed());
    },
  );

  check(
    'Closing an older month once more opens none of the later ones',
    {
      topic: 'ledger',
      needs: [...needs, 'period-close', 'journal'],
      tags: ['@close', '@edge', '@risk-high'],
    },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('31.00')]);
      const start = localDate('2026-01-10');
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      await session.advanceTo(localDate('2026-04-05'));
      for (const month of ['2026-01-01', '2026-02-01', '2026-03-01'])
        await session.closePeriod(localDate(month));
      await refusalOf(session.closePeriod(localDate('2026-01-01')));
      const amount = { currency: 'EUR', amountMinor: 500n };
      const lines = [
        { account: 'receivables', side: 'debit', amount },
        { account: 'revenue', side: 'credit', amount },
      ] as const;
      for (const day of ['2026-02-01', '2026-03-31']) {
        const journal = { key: `${world.checkId}-${day}`, customerId, date: localDate(day), lines };
        const answer = await refusalOf(session.postJournal(journal));
        world.expectRefused(
          answer,
          `A journal of ${day} was ${answer}, expected a refusal: March is closed.`,
        );
      }
    },
  );

  check(
    'A month that is not over cannot be closed',
    { topic: 'ledger', needs: [...needs, 'period-close'], tags: ['@close'] },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('31.00')]);
      const start = localDate('2026-01-10');
      const { session } = await openContract(world, { customer: 'Acme', plan, start });
      await session.advanceTo(localDate('2026-01-31'));
      world.expectRefused(
        await refusalOf(session.closePeriod(localDate('2026-01-01'))),
        'January was closed on its last day, expected a refusal until it is over.',
      );
      await session.advanceTo(addDays(localDate('2026-01-31'), 1));
      world.expectEqual(
        'closing on the next day',
        'accepted',
        await refusalOf(session.closePeriod(localDate('2026-01-01'))),
      );
    },
  );
});
