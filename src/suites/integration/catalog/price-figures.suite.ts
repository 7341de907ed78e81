import { describe } from 'vitest';
import type { CurrencyPrices } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import {
  codeOf,
  figures,
  listed,
  needsOfFigures,
  pricedByFigures,
  pricedByList,
  priceOf,
  pricesOfFigures,
  usageOfFigures,
  usageToldLate,
} from '../../../scenario/situations/price-figures.ts';

const start = localDate('2026-01-15');
const until = '2026-04-20';

const others = (currency: string): CurrencyPrices => ({
  currency,
  prices: [{ charge: 'fee', price: { kind: 'flat', amount: '10' } }, ...pricesOfFigures],
});

const ways: readonly {
  readonly title: string;
  readonly customer: string;
  readonly more: CheckOptions['needs'];
  readonly story: Omit<Parameters<typeof castHistory>[1], 'usage' | 'until'> &
    Partial<Pick<Parameters<typeof castHistory>[1], 'usage'>>;
}[] = [
  ...[['Acme', 'EUR'] as const, ['Sakura', 'JPY'] as const, ['Dhow', 'KWD'] as const].map(
    ([customer, currency]) => ({
      title: `as the list has them, in ${currency}`,
      customer,
      more: [],
      story: {
        plans: [monthlyPlan('figures', [fee('10'), ...pricedByFigures], { currency })],
        subscriptions: [subscriptionOf('figures', start)],
      },
    }),
  ),
  {
    title: 'for what was used at some places only, and at some hours',
    customer: 'Acme',
    more: [],
    story: {
      plans: [
        monthlyPlan(
          'figures',
          figures.map((name) =>
            metered(name, listed, {
              buckets: [
                {
                  code: `${name}-here`,
                  where: { region: ['eu', 'us'], site: ['north'] },
                  price: priceOf(name),
                },
                {
                  code: `${name}-early`,
                  where: { site: ['south'] },
                  hours: { from: 3, to: 13 },
                  price: priceOf(name),
                },
              ],
            }),
          ),
        ),
      ],
      subscriptions: [subscriptionOf('figures', start)],
    },
  },
  {
    title: 'all of them agreed with the customer, whatever the list says now and later',
    customer: 'Acme',
    more: ['subscription.negotiated', 'price.versions'],
    story: {
      plans: [
        monthlyPlan('figures', [fee('10'), ...pricedByList]),
        monthlyPlan(
          'figures',
          [fee('20'), ...figures.map((name) => metered(name, { kind: 'per-unit', unit: '9' }))],
          {
            effectiveFrom: localDate('2026-02-20'),
          },
        ),
      ],
      subscriptions: [subscriptionOf('figures', start, { negotiated: pricesOfFigures })],
    },
  },
  {
    title: 'from the second month on, by a new version of the plan',
    customer: 'Acme',
    more: ['price.versions'],
    story: {
      plans: [
        monthlyPlan('figures', [fee('10'), ...pricedByList]),
        monthlyPlan('figures', [fee('10'), ...pricedByFigures], { effectiveFrom: localDate('2026-02-10') }),
      ],
      subscriptions: [subscriptionOf('figures', start)],
    },
  },
  {
    title: 'in the third of three currencies that the plan is sold in',
    customer: 'Dhow',
    more: ['price.currencies'],
    story: {
      plans: [
        monthlyPlan('figures', [fee('10'), ...pricedByList], {
          otherCurrencies: [
            {
              currency: 'USD',
              prices: [
                { charge: 'fee', price: { kind: 'flat', amount: '11' } },
                ...figures.map((name) => ({ charge: codeOf(name), price: listed })),
              ],
            },
            others('KWD'),
          ],
        }),
      ],
      subscriptions: [subscriptionOf('figures', start)],
    },
  },
  {
    title: 'at two percent more with each month of a contract that renews itself',
    customer: 'Acme',
    more: ['subscription.term'],
    story: {
      plans: [monthlyPlan('figures', [fee('10'), ...pricedByFigures])],
      subscriptions: [
        subscriptionOf('figures', start, { term: { periods: 1, atEnd: 'renew', upliftPercent: '2' } }),
      ],
    },
  },
  {
    title: 'also for what is told after the bill of its month',
    customer: 'Acme',
    more: ['usage.late'],
    story: {
      plans: [monthlyPlan('figures', [fee('10'), ...pricedByFigures])],
      subscriptions: [subscriptionOf('figures', start)],
      usage: usageToldLate,
    },
  },
];

describe('Prices with figures of every kind are billed as they are:', () => {
  for (const { title, customer, more, story } of ways)
    check(
      title,
      { topic: 'rating', needs: [...needsOfFigures, ...(more ?? [])], tags: ['@risk-high'] },
      async (world) => {
        await expectHistory(world, castHistory(customer, { usage: usageOfFigures, until, ...story }));
      },
    );
});
