import { describe } from 'vitest';
import type { TaxParty } from '../../../model/billing/tax.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  customerHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';

const person: TaxParty = { country: 'FR', region: null, status: 'standard', vatId: null };

/** Books at 5.5 % beside a service at 20 %, sold from Germany. */
describe('What has a rate of its own', () => {
  for (const [title, customer] of [
    ['is taxed at it', person],
    ['is owed by a business in another member state himself', { ...person, vatId: 'FR40303265045' }],
    ['is not taxed for a customer who is exempt', { ...person, status: 'exempt' }],
  ] as const)
    check(
      title,
      {
        topic: 'tax',
        needs: [
          'clock',
          'price.flat',
          'price.several-fees',
          'tax',
          'tax.place',
          'tax.status',
          'tax.categories',
        ],
        tags: ['@tax', '@taxrules'],
      },
      async (world) => {
        const book = { ...fee('30.00', 'book'), taxCategory: 'books' };
        await expectHistory(
          world,
          customerHistory(
            { name: 'Kim', country: 'FR', currency: 'EUR', timeZone: 'Europe/Paris' },
            {
              plans: [monthlyPlan('basic', [fee('100.00'), book])],
              subscriptions: [subscriptionOf('basic', '2026-01-01')],
              taxRates: [taxFrom('2020-01-01', '20'), { ...taxFrom('2020-01-01', '5.5'), category: 'books' }],
              tax: { seller: { country: 'DE', region: null }, customer },
              until: '2026-02-01',
            },
          ),
        );
      },
    );
});
