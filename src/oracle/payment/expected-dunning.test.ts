import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DunningPolicy } from '../../model/billing/dunning.ts';
import { addDays, localDate } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { expectedAttempts, expectedInterest, expectedLevel } from './expected-dunning.ts';

const level = (name: string, afterDays: number) => ({
  name,
  afterDays,
  suspends: false,
  fee: null,
  interestPercent: null,
});

const policy: DunningPolicy = {
  firstAttempt: 'issue-date',
  retryDays: [8, 16, 24],
  ageFrom: 'issue-date',
  threshold: null,
  levels: [level('OD1', 30), level('OD2', 40), level('OD3', 50)],
};

const owed = (issued: string, amount: string) => ({
  issueDate: localDate(issued),
  dueDate: addDays(localDate(issued), 14),
  due: parseMoney(amount, 'USD'),
});

describe('levels by age', () => {
  // killbill/killbill TestOverdueIntegration.testOverdueStages1: an invoice of 31 May 2012, levels at 30, 40 and 50 days.
  test.each([
    ['2012-06-24', undefined],
    ['2012-06-29', undefined],
    ['2012-06-30', 'OD1'],
    ['2012-07-09', 'OD1'],
    ['2012-07-10', 'OD2'],
    ['2012-07-20', 'OD3'],
  ])('on %s: %s', (day, name) => {
    expect(expectedLevel(localDate(day), [owed('2012-05-31', '249.95')], policy)?.name).toBe(name);
  });

  test('go by the oldest invoice that is open, and by nothing that is paid', () => {
    const debts = [owed('2012-05-31', '0.00'), owed('2012-06-20', '10.00')];
    expect(expectedLevel(localDate('2012-07-19'), debts, policy)).toBeNull();
    expect(expectedLevel(localDate('2012-07-20'), debts, policy)?.name).toBe('OD1');
  });

  test('begin when the threshold is reached', () => {
    const asked = { ...policy, threshold: '150.00' };
    const debts = [owed('2012-05-31', '149.99')];
    expect(expectedLevel(localDate('2012-08-01'), debts, asked)).toBeNull();
    const more = [...debts, owed('2012-06-20', '0.01')];
    expect(expectedLevel(localDate('2012-08-01'), more, asked)?.name).toBe('OD3');
  });

  test('never become softer while nothing is paid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 30 }), (day, more) => {
        const at = (days: number) =>
          expectedLevel(addDays(localDate('2012-05-31'), days), [owed('2012-05-31', '1.00')], policy)
            ?.afterDays ?? 0;
        expect(at(day + more)).toBeGreaterThanOrEqual(at(day));
      }),
    );
  });
});

test('attempts after a soft decline come on their days, after a hard one never', () => {
  const invoice = owed('2012-05-31', '249.95');
  expect(expectedAttempts(invoice, policy, 'declines-soft')).toEqual([
    '2012-05-31',
    '2012-06-08',
    '2012-06-16',
    '2012-06-24',
  ]);
  expect(expectedAttempts(invoice, policy, 'declines-hard')).toEqual(['2012-05-31']);
});

describe('interest', () => {
  const from = localDate('2026-01-01');
  const interest = (principal: string, percent: string, days: number) => {
    const terms = { from, to: addDays(from, days), rounding: 'half-up' } as const;
    return expectedInterest(parseMoney(principal, 'EUR'), percent, terms);
  };

  test('is that of the days, of 365 in a year, rounded once', () => {
    // 1,000.00 x 9 % x 30 / 365 = 7.397...; 100.00 x 10 % x 73 / 365 = 2.00
    expect(interest('1000.00', '9', 30)).toEqual(parseMoney('7.40', 'EUR'));
    expect(interest('100.00', '10', 73)).toEqual(parseMoney('2.00', 'EUR'));
    expect(interest('100.00', '10', 0)).toEqual(parseMoney('0.00', 'EUR'));
  });
});
