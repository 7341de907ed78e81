import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import { addDays, instant, type LocalDate, localDate } from '../../model/date.ts';
import { moneyAmount } from '../../model/money.ts';
import { expectedPaymentPostings, expectedPostings } from '../ledger/expected-postings.ts';
import { referenceProfile } from '../reference-profile.ts';
import type { BillingHistory, ExpectedInvoice } from '../subscription/billing-history.ts';
import type { SubscriptionHistory } from '../subscription/subscription-history.ts';
import { expectedInvoices } from './expected-invoices.ts';

const day = localDate;
const month = { unit: 'month', count: 1 } as const;

function fee(amount: string, timing: 'advance' | 'arrears' = 'advance'): Charge {
  return { kind: 'recurring', code: 'fee', timing, price: { kind: 'flat', amount } };
}

function version(plan: string, charges: readonly Charge[], more: Partial<PlanVersion> = {}): PlanVersion {
  return { plan, effectiveFrom: day('2020-01-01'), currency: 'EUR', interval: month, charges, ...more };
}

function subscription(more: Partial<SubscriptionHistory> = {}): SubscriptionHistory {
  return {
    key: 's1',
    plan: 'basic',
    start: day('2026-01-31'),
    quantity: '1',
    billing: 'anniversary',
    changes: [],
    cancelledOn: null,
    ...more,
  };
}

function history(more: Partial<BillingHistory> = {}): BillingHistory {
  return {
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    plans: [version('basic', [fee('30.00')]), version('pro', [fee('60.00')])],
    subscriptions: [subscription()],
    usage: [],
    taxRates: [],
    discounts: [],
    until: day('2026-04-30'),
    ...more,
  };
}

/** "2026-01-31: recurring basic 2026-01-31..2026-02-28 30.00 = 30.00" for each invoice. */
function shown(invoices: readonly ExpectedInvoice[]): readonly string[] {
  return invoices.map(({ issueDate, lines, total }) => {
    const parts = lines.map(
      ({ kind, plan, period, net }) => `${kind} ${plan} ${period.from}..${period.to} ${moneyAmount(net)}`,
    );
    return `${issueDate}: ${parts.join(', ')} = ${moneyAmount(total)}`;
  });
}

describe('expected invoices', () => {
  test('keep the start day over a short month', () => {
    expect(shown(expectedInvoices(history(), referenceProfile))).toEqual([
      '2026-01-31: recurring basic 2026-01-31..2026-02-28 30.00 = 30.00',
      '2026-02-28: recurring basic 2026-02-28..2026-03-31 30.00 = 30.00',
      '2026-03-31: recurring basic 2026-03-31..2026-04-30 30.00 = 30.00',
      '2026-04-30: recurring basic 2026-04-30..2026-05-31 30.00 = 30.00',
    ]);
  });

  test('begin a calendar month with its days', () => {
    const subscriptions = [subscription({ start: day('2026-04-21'), billing: 'calendar' })];
    const found = expectedInvoices(history({ subscriptions, until: day('2026-05-01') }), referenceProfile);
    // 10 of 30 days of 30.00.
    expect(shown(found)).toEqual([
      '2026-04-21: recurring basic 2026-04-21..2026-05-01 10.00 = 10.00',
      '2026-05-01: recurring basic 2026-05-01..2026-06-01 30.00 = 30.00',
    ]);
  });

  test('credit the unused days and charge the new plan on the day of a change', () => {
    const changes = [{ on: day('2026-04-11'), plan: 'pro' }];
    const subscriptions = [subscription({ start: day('2026-04-01'), changes })];
    const found = expectedInvoices(history({ subscriptions, until: day('2026-05-01') }), referenceProfile);
    // 20 of 30 days are left: 20.00 back, 40.00 to pay.
    expect(shown(found)).toEqual([
      '2026-04-01: recurring basic 2026-04-01..2026-05-01 30.00 = 30.00',
      '2026-04-11: proration-credit basic 2026-04-11..2026-05-01 -20.00, proration-charge pro 2026-04-11..2026-05-01 40.00 = 20.00',
      '2026-05-01: recurring pro 2026-05-01..2026-06-01 60.00 = 60.00',
    ]);
  });

  test('credit the unused days of a cancelled plan, and end', () => {
    const subscriptions = [subscription({ start: day('2026-04-01'), cancelledOn: day('2026-04-16') })];
    const found = expectedInvoices(history({ subscriptions, until: day('2026-07-01') }), referenceProfile);
    expect(shown(found)).toEqual([
      '2026-04-01: recurring basic 2026-04-01..2026-05-01 30.00 = 30.00',
      '2026-04-16: proration-credit basic 2026-04-16..2026-05-01 -15.00 = -15.00',
    ]);
  });

  test('bill arrears and usage when the period is over, by the days of the customer', () => {
    const usageCharge: Charge = {
      kind: 'usage',
      code: 'calls',
      meter: 'calls',
      price: { kind: 'per-unit', unit: '0.10' },
    };
    const event = (id: string, at: string) => ({ id, meter: 'calls', quantity: '1', at: instant(at) });
    const found = expectedInvoices(
      history({
        plans: [version('basic', [fee('30.00', 'arrears'), usageCharge])],
        subscriptions: [subscription({ start: day('2026-03-01') })],
        usage: [
          // 31 March, 21:59 and 22:00 UTC, are 23:59 and midnight of 1 April in Berlin.
          event('a', '2026-03-31T21:59:59Z'),
          event('a', '2026-03-31T21:59:59Z'),
          event('b', '2026-03-31T22:00:00Z'),
          event('c', '2026-02-28T22:59:59Z'),
          event('d', '2026-02-28T23:00:00Z'),
        ],
        until: day('2026-05-01'),
      }),
      referenceProfile,
    );
    expect(shown(found)).toEqual([
      '2026-04-01: recurring basic 2026-03-01..2026-04-01 30.00, usage basic 2026-03-01..2026-04-01 0.20 = 30.20',
      '2026-05-01: recurring basic 2026-04-01..2026-05-01 30.00, usage basic 2026-04-01..2026-05-01 0.10 = 30.10',
    ]);
  });

  test('have no line for zero usage, unless a flat part is due or the target writes zero lines', () => {
    const tiers = [{ upTo: null, unit: '1', flat: '5' }];
    const charges = (flat: boolean): readonly Charge[] => [
      {
        kind: 'usage',
        code: 'calls',
        meter: 'calls',
        price: flat ? { kind: 'graduated', tiers } : { kind: 'per-unit', unit: '1' },
      },
    ];
    const at = (flat: boolean) =>
      history({
        plans: [version('basic', charges(flat))],
        subscriptions: [subscription({ start: day('2026-03-01') })],
        until: day('2026-04-01'),
      });
    expect(expectedInvoices(at(false), referenceProfile)).toEqual([]);
    expect(shown(expectedInvoices(at(true), referenceProfile))).toEqual([
      '2026-04-01: usage basic 2026-03-01..2026-04-01 5.00 = 5.00',
    ]);
    expect(expectedInvoices(at(false), { ...referenceProfile, zeroUsage: 'zero-line' })).toHaveLength(1);
  });

  test('take the version, the tax and the discount that are in force', () => {
    const found = expectedInvoices(
      history({
        plans: [
          version('basic', [fee('30.00')]),
          version('basic', [fee('33.33')], { effectiveFrom: day('2026-02-02') }),
        ],
        subscriptions: [subscription({ start: day('2026-01-01') })],
        taxRates: [
          { from: day('2020-01-01'), ratePercent: '19' },
          { from: day('2026-03-01'), ratePercent: '21' },
        ],
        discounts: [{ from: day('2026-02-01'), percent: '10' }],
        until: day('2026-03-01'),
      }),
      referenceProfile,
    );
    const figures = found.map(({ subtotal, discount, tax, total }) =>
      [subtotal, discount, tax, total].map(moneyAmount),
    );
    expect(figures).toEqual([
      ['30.00', '0.00', '5.70', '35.70'],
      ['30.00', '3.00', '5.13', '32.13'],
      // 33.33 less 3.33 is 30.00; 21 % of that is 6.30.
      ['33.33', '3.33', '6.30', '36.30'],
    ]);
  });

  test('put everything of one day on one invoice', () => {
    const subscriptions = [
      subscription({ start: day('2026-01-01') }),
      subscription({ key: 's2', plan: 'pro', start: day('2026-01-01') }),
    ];
    const found = expectedInvoices(history({ subscriptions, until: day('2026-01-31') }), referenceProfile);
    expect(found.map(({ lines }) => lines.length)).toEqual([2]);
  });

  test('together cost what the days of service are worth: a change and a cancellation lose and win nothing', () => {
    const within = fc.integer({ min: 1, max: 29 });
    fc.assert(
      fc.property(within, within, (a, b) => {
        fc.pre(a !== b);
        const start = day('2026-04-01');
        const on = addDays(start, Math.min(a, b));
        const cancelledOn = addDays(start, Math.max(a, b));
        const subscriptions = [subscription({ start, changes: [{ on, plan: 'pro' }], cancelledOn })];
        const found = expectedInvoices(
          history({ subscriptions, until: day('2026-06-01') }),
          referenceProfile,
        );
        const sum = found.reduce((minor, { total }) => minor + total.amountMinor, 0n);
        // A day of basic costs 1.00 and one of pro 2.00.
        expect(sum).toBe(BigInt(100 * Math.min(a, b) + 200 * (Math.max(a, b) - Math.min(a, b))));
      }),
      { numRuns: 40 },
    );
  });

  test('charge every day of service once, whatever the start and the interval', () => {
    const start = fc
      .integer({ min: 0, max: 1500 })
      .map((days): LocalDate => addDays(day('2024-01-01'), days));
    const billing = fc.constantFrom('anniversary' as const, 'calendar' as const);
    fc.assert(
      fc.property(start, billing, fc.constantFrom(1, 3, 12), (first, way, count) => {
        const plans = [version('basic', [fee('30.00')], { interval: { unit: 'month', count } })];
        const until = addDays(first, 500);
        const subscriptions = [subscription({ start: first, billing: way })];
        const lines = expectedInvoices(history({ plans, subscriptions, until }), referenceProfile).flatMap(
          (invoice) => invoice.lines,
        );
        let next: LocalDate = first;
        for (const { period } of lines) {
          expect(period.from).toBe(next);
          next = period.to;
        }
        expect(next > until).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('are refused for a target that credits by credit note, because they would not be right', () => {
    expect(() =>
      expectedInvoices(history(), { ...referenceProfile, prorationCredit: 'credit-note' }),
    ).toThrow(/credit note/);
  });
});

test('what an invoice and its payment put into the books balances, credits included', () => {
  const changes = [{ on: day('2026-04-20'), plan: 'basic' }];
  const found = expectedInvoices(
    history({
      subscriptions: [subscription({ plan: 'pro', start: day('2026-04-01'), changes })],
      taxRates: [{ from: day('2020-01-01'), ratePercent: '19' }],
      discounts: [{ from: day('2020-01-01'), percent: '7.5' }],
    }),
    referenceProfile,
  );
  expect(found.some(({ total }) => total.amountMinor < 0n)).toBe(true);
  for (const invoice of found) {
    const postings = [...expectedPostings(invoice), ...expectedPaymentPostings(invoice.total)];
    expect(postings.every(({ amount }) => amount.amountMinor > 0n)).toBe(true);
    const balance = postings.reduce(
      (sum, { side, amount }) => sum + (side === 'debit' ? amount.amountMinor : -amount.amountMinor),
      0n,
    );
    expect(balance).toBe(0n);
  }
});
