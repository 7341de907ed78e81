import { describe } from 'vitest';
import type { Calculation } from '../../model/billing/calculation.ts';
import type { TaxParty, TaxPlace } from '../../model/billing/tax.ts';
import { localDate } from '../../model/date.ts';
import { previewCheck } from './preview-check.ts';
import { amountOff, percentOff } from './questions.ts';

const on = localDate('2026-03-01');
const since = localDate('2020-01-01');
const rates = [
  { country: 'US', ratePercent: '5', from: since },
  { country: 'US', region: 'CA', ratePercent: '7.25', from: since },
  { country: 'US', region: 'CA', ratePercent: '7.5', from: on },
  { country: 'US', region: 'NY', ratePercent: '8', from: localDate('2026-03-02') },
  { country: 'US', category: 'books', ratePercent: '1.5', from: since },
  { country: 'FR', ratePercent: '20', from: since },
];

const at = (country: string, region: string | null = null): TaxPlace => ({ country, region });

function sale(
  seller: TaxPlace,
  buyer: TaxPlace,
  more: Partial<TaxParty & { gross: true }> = {},
): Calculation {
  const { gross, ...facts } = more;
  return {
    kind: 'tax',
    currency: 'EUR',
    lines: ['100.00', '0.07', '99.99'].map((net, index) => ({ net, category: index === 1 ? 'books' : null })),
    on,
    rates,
    seller,
    customer: { ...buyer, status: 'standard', vatId: null, ...facts },
    prices: gross === true ? 'gross' : 'net',
  };
}

describe('Who is taxed', () => {
  previewCheck('By the rate of the most specific place and kind of goods that is in force', {
    topic: 'tax',
    questions: ['CA', 'NY', 'OR', null].map((region) => sale(at('US', 'CA'), at('US', region))),
    tags: ['@tax', '@taxrules'],
  });
  previewCheck('Nobody who is exempt, and no business that owes the tax itself', {
    topic: 'tax',
    questions: [
      sale(at('FR'), at('FR'), { status: 'exempt' }),
      sale(at('DE'), at('FR'), { vatId: 'FR40303265045' }),
      sale(at('DE'), at('FR')),
      sale(at('FR'), at('FR'), { vatId: 'FR40303265045' }),
    ],
    tags: ['@tax', '@taxrules'],
  });
  previewCheck('Within prices that have the tax in them', {
    topic: 'tax',
    questions: [
      sale(at('FR'), at('FR'), { gross: true }),
      sale(at('US', 'CA'), at('US', 'CA'), { gross: true }),
    ],
    tags: ['@tax', '@taxrules'],
  });
});

describe('Coupons over several invoices', () => {
  const value = { kind: 'percent', percent: '20' } as const;
  const invoices = ['0', '49.00', '49.00', '0.02', '49.00'];
  previewCheck('An invoice from which nothing can be taken leaves the coupon for the next', {
    topic: 'discount',
    questions: [1, 2, 3, null].map(
      (invoicesMax): Calculation => ({
        kind: 'coupon-series',
        currency: 'EUR',
        invoices,
        coupon: { value, invoicesMax },
      }),
    ),
    tags: ['@coupon'],
  });
  previewCheck('What an invoice leaves of an amount is for the next one, until nothing is left', {
    topic: 'discount',
    questions: ['0.01', '10.00', '49.00', '98.03', '120.00'].map(
      (amount): Calculation => ({
        kind: 'coupon-series',
        currency: 'EUR',
        invoices,
        coupon: { value: { kind: 'amount', amount, currency: 'EUR' }, invoicesMax: 1, rest: 'kept' },
      }),
    ),
    tags: ['@coupon'],
  });
  previewCheck('Prepaid credit pays what coupons leave, and no more', {
    topic: 'discount',
    questions: [[percentOff('30')], [amountOff('80.00'), percentOff('50')], [amountOff('100.00')]].map(
      (discounts): Calculation => ({
        kind: 'credited-document',
        currency: 'EUR',
        lines: ['50.00', '50.00'],
        discounts,
        credit: '50.00',
      }),
    ),
    tags: ['@coupon'],
  });
});
