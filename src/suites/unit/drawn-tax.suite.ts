import fc from 'fast-check';
import { describe } from 'vitest';
import type { TaxRate } from '../../model/billing/customer.ts';
import { localDate } from '../../model/date.ts';
import { vatIdsByMember } from '../../scenario/vat-ids.ts';
import { decimals } from './generated-questions.ts';
import { propertyCheck } from './property-check.ts';

/** Inside the Union and outside, and Greece, whose VAT ids begin with other letters than its name. */
const countries = ['DE', 'FR', 'GR', 'CH', 'US', 'GB'];
const places = fc.record({
  country: fc.constantFrom(...countries),
  region: fc.constantFrom(null, 'CA', 'NY'),
});
const members = Object.keys(vatIdsByMember);
const day = fc.constantFrom('2026-02-28', '2026-03-01', '2026-03-02').map(localDate);

/** Undefined stands for everywhere in the country, and for whatever is sold. */
function rateOf(country: string, regions: readonly string[]): fc.Arbitrary<TaxRate> {
  return fc
    .record({
      region: fc.constantFrom(undefined, ...regions),
      category: fc.constantFrom(undefined, 'books'),
      ratePercent: fc.constantFrom('0', '5', '7.25', '19', '8.875'),
      from: day,
    })
    .map(({ region, category, ...rest }) => ({
      ...rest,
      country,
      ...(region === undefined ? {} : { region }),
      ...(category === undefined ? {} : { category }),
    }));
}

const rate = fc.constantFrom(...countries).chain((country) => rateOf(country, ['CA']));

describe('Generated sales', () => {
  propertyCheck(
    'Any seller, any customer, any rates',
    'tax',
    fc
      .record({
        seller: places,
        buyer: places,
        isAtHome: fc.boolean(),
        status: fc.constantFrom('standard', 'standard', 'exempt'),
        vatId: fc.constantFrom(
          null,
          'DE129273398',
          'FR40303265045',
          'EL094259216',
          'GR094259216',
          'CHE123456',
        ),
        rates: fc.uniqueArray(rate, {
          maxLength: 8,
          selector: ({ country, region, category, from }) => [country, region, category, from].join(' '),
        }),
        on: day,
        net: decimals(1_000, 2),
        prices: fc.constantFrom('net', 'gross'),
      })
      .map(({ seller, buyer, isAtHome, status, vatId, rates, on, net, prices }) => [
        {
          kind: 'tax',
          currency: 'EUR',
          lines: [
            { net, category: null },
            { net, category: 'books' },
          ],
          on,
          rates,
          // Left to chance, few would buy in the country of the seller.
          seller: isAtHome ? { ...seller, country: buyer.country } : seller,
          customer: { ...buyer, status: status === 'exempt' ? 'exempt' : 'standard', vatId },
          prices: prices === 'gross' ? 'gross' : 'net',
        },
      ]),
  );

  propertyCheck(
    'Businesses of any members of the Union, by ids as their states give them',
    'tax',
    fc
      .record({
        seller: fc.constantFrom(...members, 'CH', 'US'),
        buyers: fc.shuffledSubarray(members, { minLength: 6, maxLength: 6 }),
        which: fc.nat(),
        net: decimals(1_000, 2),
      })
      .map(({ seller, buyers, which, net }) =>
        buyers.map((country) => {
          const ids = vatIdsByMember[country] ?? [];
          const vatId = ids[which % ids.length] ?? null;
          return {
            kind: 'tax',
            currency: 'EUR',
            lines: [{ net, category: null }],
            on: localDate('2026-03-01'),
            rates: [{ country, ratePercent: '19', from: localDate('2020-01-01') }],
            seller: { country: seller, region: null },
            customer: { country, region: null, status: 'standard', vatId },
            prices: 'net',
          };
        }),
      ),
  );

  propertyCheck(
    'One country with many rates, general and special, old and new',
    'tax',
    fc
      .record({
        region: fc.constantFrom(null, 'CA', 'NY'),
        rates: fc.uniqueArray(rateOf('US', ['CA', 'NY']), {
          minLength: 3,
          maxLength: 12,
          selector: ({ region, category, from }) => [region, category, from].join(' '),
        }),
        on: day,
        net: decimals(1_000, 2),
      })
      .map(({ region, rates, on, net }) => [
        {
          kind: 'tax',
          currency: 'USD',
          lines: [null, 'books', 'postage'].map((category) => ({ net, category })),
          on,
          rates,
          seller: { country: 'US', region: null },
          customer: { country: 'US', region, status: 'standard', vatId: null },
          prices: 'net',
        },
      ]),
  );

  propertyCheck(
    'Any invoices with any coupon for some of them',
    'discount',
    fc
      .record({
        invoices: fc.array(fc.constantFrom('0', '0.01', '0.02', '7.00', '49.00', '49.99'), { maxLength: 6 }),
        value: fc.constantFrom(
          { kind: 'percent', percent: '20' } as const,
          { kind: 'percent', percent: '100' } as const,
          { kind: 'amount', amount: '10.00', currency: 'EUR' } as const,
        ),
        invoicesMax: fc.constantFrom(1, 2, 3, null),
      })
      .map(({ invoices, ...coupon }) => [{ kind: 'coupon-series', currency: 'EUR', invoices, coupon }]),
  );
});
