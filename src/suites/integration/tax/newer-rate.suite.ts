import { describe } from 'vitest';
import { moneyOf } from '../../../model/money.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  customerHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';

describe('A rate that is newer', () => {
  check(
    "of the country leaves those of its parts and of some goods alone, and one of the part leaves the goods' alone",
    {
      topic: 'tax',
      needs: ['clock', 'price.flat', 'tax', 'tax.place', 'tax.categories'],
      tags: ['@tax', '@taxrules', '@edge', '@risk-high'],
    },
    async (world) => {
      const books = { ...fee('100.00', 'books'), taxCategory: 'books' } as const;
      const us = { name: 'Kim', country: 'US', currency: 'EUR', timeZone: 'Europe/Berlin' } as const;
      const seller = { country: 'US', region: 'CA' } as const;
      const history = customerHistory(us, {
        plans: [monthlyPlan('basic', [fee('100.00'), books])],
        subscriptions: [subscriptionOf('basic', '2026-01-01')],
        taxRates: [
          taxFrom('2020-01-01', '5'),
          { ...taxFrom('2020-02-01', '7.25'), region: 'CA' },
          { ...taxFrom('2020-03-01', '2'), category: 'books' },
          taxFrom('2026-02-01', '6'),
          { ...taxFrom('2026-03-01', '8'), region: 'CA' },
          taxFrom('2026-04-01', '9'),
        ],
        tax: { seller, customer: { ...seller, status: 'standard', vatId: null } },
        until: '2026-04-15',
      });
      const { invoices } = await expectHistory(world, history);
      // 7.25 and 2.00 until March, then 8.00 and 2.00.
      world.expectEqual(
        'tax by month',
        [9_25n, 9_25n, 10_00n, 10_00n].map((minor) => moneyOf(minor, 'EUR')),
        invoices.map(({ tax }) => tax),
      );
    },
  );
});
