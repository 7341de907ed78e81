import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { moneyOf } from '../../../model/money.ts';
import { isRequestDue } from '../platform/is-request-due.ts';
import { allocate, allocationOrder } from './allocation.ts';
import { dunningLevel } from './dunning-level.ts';
import { nextAttemptDay } from './next-attempt-day.ts';
import { paymentRefusal } from './payment-refusal.ts';
import { refundRefusal } from './refund-refusal.ts';

const day = localDate;

describe('allocation', () => {
  const open = [
    { invoiceId: 'march', issueDate: day('2026-03-01'), dueMinor: 50n },
    { invoiceId: 'january', issueDate: day('2026-01-01'), dueMinor: 100n },
  ];

  test('pays the oldest first, and keeps what nobody needs', () => {
    expect(allocate(allocationOrder(open), 120n)).toEqual({
      shares: [
        { invoiceId: 'january', amountMinor: 100n },
        { invoiceId: 'march', amountMinor: 20n },
      ],
      restMinor: 0n,
    });
    expect(allocate(open, 151n).restMinor).toBe(1n);
  });

  test('neither makes nor loses money', () => {
    const cents = fc.bigInt({ min: 0n, max: 10_000n });
    fc.assert(
      fc.property(cents, fc.array(cents), (sum, dues) => {
        const issueDate = day('2026-01-01');
        const all = dues.map((dueMinor, index) => ({ invoiceId: String(index), issueDate, dueMinor }));
        const { shares, restMinor } = allocate(all, sum);
        expect(shares.reduce((total, { amountMinor }) => total + amountMinor, restMinor)).toBe(sum);
      }),
    );
  });
});

test('a payment is at most what is due and not under way', () => {
  const question = { currency: 'EUR', dueMinor: 100n, pendingMinor: 40n };
  expect(paymentRefusal({ ...question, amount: moneyOf(60n, 'EUR') })).toBeNull();
  for (const amount of [moneyOf(61n, 'EUR'), moneyOf(0n, 'EUR'), moneyOf(-1n, 'EUR'), moneyOf(60n, 'USD')])
    expect(paymentRefusal({ ...question, amount })).not.toBeNull();
});

test('a refund is at most what came and did not go back', () => {
  const payment = { id: 'p', amount: moneyOf(100n, 'EUR'), status: 'succeeded' } as const;
  const question = { payment, refundedMinor: 30n, isVoid: false, amount: moneyOf(70n, 'EUR') };
  expect(refundRefusal(question)).toBeNull();
  expect(refundRefusal({ ...question, amount: moneyOf(71n, 'EUR') })).not.toBeNull();
  expect(refundRefusal({ ...question, isVoid: true })).not.toBeNull();
  for (const status of ['declined', 'pending', 'charged-back'] as const)
    expect(refundRefusal({ ...question, payment: { ...payment, status } })).not.toBeNull();
});

test('a card that declined is asked on the days of the calendar, counted from the first time', () => {
  const question = {
    issueDate: day('2026-01-01'),
    dueDate: day('2026-01-15'),
    today: day('2026-01-20'),
    firstAttempt: 'due-date',
    retryDays: [3, 10],
    declined: [],
  } as const;
  const soft = (date: string) => ({ date: day(date), decline: 'soft' }) as const;
  expect(nextAttemptDay(question)).toBe('2026-01-15');
  expect(nextAttemptDay({ ...question, declined: [soft('2026-01-15')] })).toBe('2026-01-18');
  const twice = [soft('2026-01-15'), soft('2026-01-18')];
  expect(nextAttemptDay({ ...question, declined: twice })).toBe('2026-01-25');
  expect(nextAttemptDay({ ...question, declined: [...twice, soft('2026-01-25')] })).toBeNull();
  const stolen = { date: day('2026-01-15'), decline: 'hard' } as const;
  expect(nextAttemptDay({ ...question, declined: [stolen] })).toBeNull();
});

test('the level is the hardest whose age is reached, from the threshold on', () => {
  const plain = { suspends: false, fee: null, interestPercent: null };
  const levels = [
    { ...plain, name: 'one', afterDays: 5 },
    { ...plain, name: 'two', afterDays: 10 },
  ];
  const question = { levels, ageDays: 10, overdueMinor: 100n, thresholdMinor: 100n };
  expect(dunningLevel(question)?.name).toBe('two');
  expect(dunningLevel({ ...question, ageDays: 9 })?.name).toBe('one');
  expect(dunningLevel({ ...question, ageDays: 4 })).toBeNull();
  expect(dunningLevel({ ...question, thresholdMinor: 101n })).toBeNull();
  expect(dunningLevel({ ...question, overdueMinor: 0n, thresholdMinor: 0n })).toBeNull();
});

test('a request waits until more than the days between two have passed', () => {
  const limits = { thresholdMinor: 0n, attemptsMax: 2, daysBetween: 2 };
  const asked = { ...limits, overdueMinor: 1n, requestsMade: 1, lastOn: day('2025-01-07') };
  expect(isRequestDue({ ...asked, today: day('2025-01-09') })).toBe(false);
  expect(isRequestDue({ ...asked, today: day('2025-01-10') })).toBe(true);
  expect(isRequestDue({ ...asked, requestsMade: 2, today: day('2025-01-10') })).toBe(false);
});
