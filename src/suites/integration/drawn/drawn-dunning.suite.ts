import { describe } from 'vitest';
import { check } from '../../../scenario/check.ts';
import { expectDunnedLife } from '../../../scenario/drawn/dunned-life.ts';

const needs = [
  'clock',
  'price.flat',
  'payment',
  'payment.write-off',
  'credit-note',
  'dunning',
  'dunning.charges',
] as const;

describe('A customer who pays now and then', () => {
  for (const [currency, ageFrom] of [
    ['EUR', 'due-date'],
    ['EUR', 'issue-date'],
    ['JPY', 'due-date'],
    ['KWD', 'issue-date'],
  ] as const)
    check(
      `is dunned in ${currency} as his debts of each day ask for, counted from the ${ageFrom === 'due-date' ? 'last day to pay' : 'day of issue'}: level, service, reminders, fees and interest`,
      { topic: 'payment', needs, tags: ['@generated', '@risk-high'], timeoutMs: 60_000 },
      (world) => expectDunnedLife(world, { currency, ageFrom }),
    );
});
