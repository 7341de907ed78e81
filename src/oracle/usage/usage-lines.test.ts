import { expect, test } from 'vitest';
import { localDate } from '../../model/date.ts';
import { moneyAmount } from '../../model/money.ts';
import { expectedInvoices } from '../invoicing/expected-invoices.ts';
import { referenceProfile } from '../reference-profile.ts';
import type { BillingHistory } from '../subscription/billing-history.ts';

/** One month of a plan with nothing but a meter that nobody used, and a fee of that much for having it. */
function billedFor(flat: string, taxCategory?: string) {
  const history: BillingHistory = {
    currency: 'JPY',
    timeZone: 'UTC',
    plans: [
      {
        plan: 'metered',
        effectiveFrom: localDate('2020-01-01'),
        currency: 'JPY',
        interval: { unit: 'month', count: 1 },
        charges: [
          {
            kind: 'usage',
            code: 'calls',
            meter: 'calls',
            price: { kind: 'graduated', tiers: [{ upTo: null, unit: '1', flat }] },
            minimum: '100',
            taxCategory,
          },
        ],
      },
    ],
    subscriptions: [
      {
        key: 's1',
        plan: 'metered',
        start: localDate('2026-01-01'),
        quantity: '1',
        billing: 'anniversary',
        changes: [],
        cancelledOn: null,
      },
    ],
    usage: [],
    taxRates: [
      { from: localDate('2020-01-01'), ratePercent: '10' },
      { from: localDate('2020-01-01'), ratePercent: '8', category: 'books' },
    ],
    discounts: [],
    until: localDate('2026-02-01'),
  };
  return expectedInvoices(history, referenceProfile).flatMap(({ lines }) =>
    lines.map(({ kind, net, tax }) => `${kind} ${moneyAmount(net)} + ${moneyAmount(tax)}`),
  );
}

test('no units at a price below half a minor unit are no line', () => {
  expect(billedFor('0.4')).toEqual(['commitment 100 + 10']);
  expect(billedFor('0.5')).toEqual(['usage 1 + 0', 'commitment 99 + 10']);
});

test('the tax category of a charge is that of its minimum, too', () => {
  expect(billedFor('0', 'books')).toEqual(['commitment 100 + 8']);
});
