import fc from 'fast-check';
import { describe } from 'vitest';
import type { AccountStep } from '../../model/billing/collection-calculation.ts';
import { addDays, localDate } from '../../model/date.ts';
import { decimalFrom } from '../../model/decimal.ts';
import { propertyCheck } from './property-check.ts';

const first = localDate('2026-01-05');
const cents = (most: number) =>
  fc.integer({ min: 1, max: most }).map((minor) => decimalFrom(BigInt(minor), 2));

/** Few different amounts and days, so that limits are met exactly as often as they are missed. */
const owed = fc.array(
  fc.record({
    after: fc.constantFrom(0, 1, 5, 14, 15, 30),
    amount: fc.constantFrom('0.01', '50.00', '100.00', '99.99'),
    paidAfter: fc.option(fc.constantFrom(10, 20, 30, 45), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 4 },
);

const policies = fc.record({
  termDays: fc.constantFrom(0, 7, 14),
  firstAttempt: fc.constantFrom('issue-date', 'due-date'),
  retryDays: fc.constantFrom([], [3], [3, 10], [1, 2, 3, 5]),
  ageFrom: fc.constantFrom('issue-date', 'due-date'),
  threshold: fc.constantFrom(null, '50.00', '100.00', '100.01'),
  requests: fc.constantFrom(
    null,
    { attemptsMax: 1, daysBetween: 7 },
    { attemptsMax: 3, daysBetween: 7 },
    { attemptsMax: 4, daysBetween: 0 },
  ),
});

const levels = [1, 5, 10, 30].map((afterDays) => ({ name: `level ${afterDays}`, afterDays }));

describe('Generated debts', () => {
  propertyCheck(
    'Whoever owes anything is at the level of his oldest debt and is asked on the right days',
    'payment',
    fc.tuple(owed, policies).map(([invoices, policy]) => [
      {
        kind: 'dunning',
        currency: 'EUR',
        invoices: invoices
          .toSorted((left, right) => left.after - right.after)
          .map(({ after, amount, paidAfter }) => {
            const issueDate = addDays(first, after);
            return {
              issueDate,
              amount,
              ...(paidAfter === undefined ? {} : { paidOn: addDays(issueDate, paidAfter) }),
            };
          }),
        ...policy,
        levels,
        days: Array.from({ length: 60 }, (_, day) => addDays(first, day)),
      },
    ]),
  );

  const step: fc.Arbitrary<AccountStep> = fc.oneof(
    cents(20_000).map((amount): AccountStep => ({ kind: 'invoice', amount })),
    cents(5_000).map((amount): AccountStep => ({ kind: 'credit', amount })),
    cents(10_000).map((amount): AccountStep => ({ kind: 'payment', invoice: null, amount })),
  );
  propertyCheck(
    'Any invoices, credits and payments of one account',
    'payment',
    fc
      .tuple(
        cents(20_000),
        fc.array(step, { maxLength: 12 }),
        fc.constantFrom('reopen-invoice', 'leave-invoice-paid'),
      )
      .map(([amount, steps, refunds]) => [
        { kind: 'account', currency: 'EUR', refunds, steps: [{ kind: 'invoice', amount }, ...steps] },
      ]),
  );
});
