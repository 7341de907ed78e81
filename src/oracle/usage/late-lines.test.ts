import { expect, test } from 'vitest';
import { instant, localDate } from '../../model/date.ts';
import { moneyAmount } from '../../model/money.ts';
import { expectedInvoices } from '../invoicing/expected-invoices.ts';
import { referenceProfile } from '../reference-profile.ts';
import type { BillingHistory } from '../subscription/billing-history.ts';

function linesOf(usage: BillingHistory['usage'], minimum?: string): readonly string[] {
  const history: BillingHistory = {
    currency: 'EUR',
    timeZone: 'UTC',
    plans: [
      {
        plan: 'metered',
        effectiveFrom: localDate('2020-01-01'),
        currency: 'EUR',
        interval: { unit: 'month', count: 1 },
        charges: [
          {
            kind: 'usage',
            code: 'calls',
            meter: 'calls',
            price: { kind: 'per-unit', unit: '1.00' },
            minimum,
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
    usage,
    taxRates: [],
    discounts: [],
    until: localDate('2026-04-01'),
  };
  return expectedInvoices(history, { ...referenceProfile, lateUsageDays: 30 }).flatMap(
    ({ issueDate, lines }) =>
      lines.map(({ kind, period, net }) => `${issueDate} ${kind} of ${period.from}: ${moneyAmount(net)}`),
  );
}

const use = (id: string, quantity: string, arrived?: string) => ({
  id,
  meter: 'calls',
  quantity,
  at: instant('2026-01-20T12:00:00Z'),
  arrived: arrived === undefined ? undefined : localDate(arrived),
});

test('usage that came after its bill is a line of its old period on the next bill, also when nothing else is due', () => {
  expect(linesOf([use('a', '5'), use('b', '2', '2026-02-01'), use('c', '3', '2026-02-10')])).toEqual([
    '2026-02-01 usage of 2026-01-01: 5.00',
    '2026-03-01 usage of 2026-01-01: 5.00',
  ]);
});

test('usage that came before its bill is on it, however late', () => {
  expect(linesOf([use('a', '5', '2026-01-31')])).toEqual(['2026-02-01 usage of 2026-01-01: 5.00']);
});

test('usage that is older than what is taken is in no bill', () => {
  // 20 January and 30 days is 19 February.
  expect(linesOf([use('a', '5', '2026-02-19'), use('b', '7', '2026-02-20')])).toEqual([
    '2026-03-01 usage of 2026-01-01: 5.00',
  ]);
});

test('a correction that came after the bill gives back what was billed, and no more', () => {
  expect(linesOf([use('a', '5'), use('b', '-8', '2026-02-10')])).toEqual([
    '2026-02-01 usage of 2026-01-01: 5.00',
    '2026-03-01 usage of 2026-01-01: -5.00',
  ]);
});

test('late usage below the minimum changes its lines and not their sum', () => {
  expect(linesOf([use('a', '5'), use('b', '2', '2026-02-10')], '20.00')).toEqual([
    '2026-02-01 usage of 2026-01-01: 5.00',
    '2026-02-01 commitment of 2026-01-01: 15.00',
    '2026-03-01 commitment of 2026-02-01: 20.00',
    '2026-03-01 usage of 2026-01-01: 2.00',
    '2026-03-01 commitment of 2026-01-01: -2.00',
    '2026-04-01 commitment of 2026-03-01: 20.00',
  ]);
});
