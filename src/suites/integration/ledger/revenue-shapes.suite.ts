import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { addDays, localDate } from '../../../model/date.ts';
import { type Money, negateMoney, parseMoney, sumMoney } from '../../../model/money.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { expectBalanced } from '../../../scenario/books.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { amountOff, couponOf, held } from '../../../scenario/coupons.ts';
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

const needs = ['clock', 'price.flat', 'tax', 'ledger', 'revenue-schedule', 'period-close'] as const;
const topic = 'ledger' as const;
const tags = ['@close', '@edge', '@risk-high'];
const year = { unit: 'month', count: 12 } as const;
const perSeat = (unit: string, code: string) =>
  ({ kind: 'recurring', code, timing: 'advance', price: { kind: 'per-unit', unit } }) as const;

interface Sale {
  readonly title: string;
  readonly needs: CheckOptions['needs'];
  readonly history: CustomerHistory;
}

const books = { ...fee('642.00', 'books'), taxCategory: 'books' } as const;
const sales: readonly Sale[] = [
  {
    title: 'at prices with two taxes in them is earned without either',
    needs: ['tax.gross-prices', 'tax.categories', 'price.several-fees'],
    history: castHistory('Kim', {
      plans: [monthlyPlan('told', [fee('1190.00'), books], { interval: year, prices: 'gross' })],
      subscriptions: [subscriptionOf('told', '2026-01-20')],
      taxRates: [taxFrom('2020-01-01', '19'), { ...taxFrom('2020-01-01', '7'), category: 'books' }],
      until: '2026-04-05',
    }),
  },
  {
    title: 'of seats, which become more, is earned seat by seat',
    needs: ['price.per-unit', 'price.several-fees', 'subscription.quantity'],
    history: castHistory('Globex', {
      plans: [
        monthlyPlan('team', [perSeat('365.00', 'seat'), perSeat('73.00', 'support')], {
          interval: year,
          currency: 'USD',
        }),
      ],
      subscriptions: [
        subscriptionOf('team', '2026-01-01', {
          quantity: '3',
          quantities: [{ on: localDate('2026-02-10'), quantity: '7' }],
        }),
      ],
      taxRates: [taxFrom('2020-01-01', '8.875')],
      until: '2026-04-05',
    }),
  },
  {
    title: 'with a coupon, beside a month in arrears, is earned line by line',
    needs: ['coupon', 'price.several-fees'],
    history: castHistory('Sakura', {
      plans: [
        monthlyPlan('yearly', [fee('99999'), fee('501', 'support')], { interval: year, currency: 'JPY' }),
        monthlyPlan('behind', [{ ...fee('3100'), timing: 'arrears' } as Charge], { currency: 'JPY' }),
      ],
      subscriptions: [subscriptionOf('yearly', '2026-01-20'), subscriptionOf('behind', '2026-01-20')],
      coupons: [held(couponOf('less', amountOff('1001', 'JPY')), '2026-01-20')],
      taxRates: [taxFrom('2020-01-01', '10')],
      until: '2026-04-05',
    }),
  },
];

const ends = [
  {
    what: 'voided',
    needs: 'invoice.void',
    takesBack: async (session: BillingSession, key: string, invoiceId: string) => {
      await session.voidInvoice(key, invoiceId);
    },
  },
  {
    what: 'credited as a whole',
    needs: 'credit-note',
    takesBack: async (session: BillingSession, key: string, invoiceId: string) => {
      await session.creditNote({ key, invoiceId, part: { kind: 'whole' }, reason: 'goodwill' });
    },
  },
] as const;

describe('A year that is paid in advance', () => {
  for (const sale of sales)
    check(sale.title, { topic, needs: [...needs, ...sale.needs], tags }, async (world) => {
      const { history } = sale;
      const { session, customer } = await expectHistory(world, history);
      const booked = { history, customerId: customer.customerId };
      await expectSchedules(world, session, booked);
      for (const month of ['2026-01-01', '2026-03-01'])
        await expectClosed(world, session, { ...booked, month: localDate(month) });
    });

  for (const { what, takesBack, ...end } of ends)
    check(
      `and is ${what} after its first month was closed is neither earned nor deferred any more`,
      {
        topic,
        needs: [...needs, end.needs],
        tags,
      },
      async (world) => {
        const plan = monthlyPlan('yearly', [fee('365.00')], { interval: year });
        const start = localDate('2026-01-20');
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        const { session, customerId } = contract;
        await session.advanceTo(localDate('2026-02-05'));
        await session.closePeriod(localDate('2026-01-01'));
        const credit = async (...accounts: readonly string[]): Promise<Money> =>
          sumMoney(
            (await session.ledger(customerId))
              .filter(({ account }) => accounts.includes(account))
              .map(({ side, amount }) => (side === 'credit' ? amount : negateMoney(amount))),
            'EUR',
          );
        const expectIs = (measure: string, expected: string, actual: Money) =>
          world.expectMoney({
            measure,
            expected: parseMoney(expected, 'EUR'),
            actual,
            nature: 'books',
            customer: 'Acme',
            explanation: 'EUR 365.00 for a year from 20 January: EUR 1.00 a day, until it is void.',
          });
        // 20 to 31 January are twelve days.
        expectIs('deferred at the end of January', '353.00', await credit('deferred-revenue'));
        expectIs('earned in January', '12.00', await credit('revenue'));
        const [invoice] = await session.invoices(customerId);
        await takesBack(session, `${world.checkId}-back`, invoice?.id ?? '');
        await session.advanceTo(addDays(localDate('2026-03-01'), 4));
        await session.closePeriod(localDate('2026-02-01'));
        expectBalanced(world, await session.ledger(customerId));
        expectIs('deferred at the end of February', '0.00', await credit('deferred-revenue'));
        expectIs('earned in all', '0.00', await credit('revenue', 'discounts'));
      },
    );
});
