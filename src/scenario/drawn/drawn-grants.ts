import { base, en, Faker } from '@faker-js/faker';
import { localDate } from '../../model/date.ts';
import { moneyOf } from '../../model/money.ts';
import type { Grant } from '../../oracle/credit/expected-grants.ts';

/** On days of bills, beside them, and never. */
const ends = [
  '2026-02-01',
  '2026-02-15',
  '2026-03-01',
  '2026-03-31',
  '2026-04-01',
  '2026-04-20',
  null,
] as const;

/** Prepaid amounts in euros with an end each, given in an order that says nothing about the ends. */
export function drawnGrants(seed: number): readonly Grant[] {
  const faker = new Faker({ locale: [en, base] });
  faker.seed(seed);
  return faker.helpers.shuffle(ends).map((end, index) => ({
    name: `grant-${index + 1}`,
    amount: moneyOf(BigInt(faker.number.int({ min: 500, max: 9_000 })), 'EUR'),
    expires: end === null ? null : localDate(end),
  }));
}
