import { base, en, Faker } from '@faker-js/faker';
import { addDays, type LocalDate, localDate } from '../../model/date.ts';
import { type Money, moneyOf } from '../../model/money.ts';
import type { Standing } from '../../oracle/payment/standing.ts';
import { monthsAfter } from '../../oracle/time/calendar.ts';
import { amount, homes } from '../situations/homes.ts';
import {
  type CustomerHistory,
  customerHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from './customer-history.ts';

/** What may be done with money that is owed, paid or credited; each of them comes in a thousand seeds. */
export const moneyActs = [
  'payment in full',
  'part payment',
  'transfer',
  'refund',
  'credit note',
  'prepaid credit',
] as const;

export type MoneyAct = (typeof moneyActs)[number];

/** A payment of which something can still be refunded. */
export interface Refundable {
  readonly id: string;
  readonly invoice: number;
  readonly left: bigint;
}

/** A line of which something can still be credited. */
export interface Creditable {
  readonly invoice: number;
  readonly charge: string;
  readonly left: bigint;
}

export interface Open {
  readonly standing: Standing;
  readonly payments: readonly Refundable[];
  readonly lines: readonly Creditable[];
}

/** What is done, to what, and how much of it in minor units. */
export type DrawnAct =
  | {
      readonly act: 'payment in full' | 'part payment';
      readonly invoice: number;
      readonly amountMinor: bigint;
    }
  | { readonly act: 'transfer' | 'prepaid credit'; readonly amountMinor: bigint }
  | { readonly act: 'refund'; readonly payment: Refundable; readonly amountMinor: bigint }
  | { readonly act: 'credit note'; readonly line: Creditable; readonly amountMinor: bigint };

const months = 14;
const start = localDate('2026-01-31');

/** A customer who gets one invoice each month, of two fees with tax. */
export function payingHistory(faker: Faker): CustomerHistory {
  const paid = homes.filter(({ currency }) => ['EUR', 'USD', 'JPY', 'KWD'].includes(currency));
  const home = faker.helpers.arrayElement(paid);
  const charges = ['fee', 'support'].map((code) => fee(amount(faker, home, 300), code));
  return customerHistory(
    { ...home, name: faker.company.name() },
    {
      plans: [monthlyPlan('basic', charges, { currency: home.currency })],
      subscriptions: [subscriptionOf('basic', start)],
      taxRates: [taxFrom('2020-01-01', home.tax)],
      until: addDays(monthsAfter(start, months - 1), 1),
    },
  );
}

export function billDays(): readonly LocalDate[] {
  return Array.from({ length: months }, (_, index) => monthsAfter(start, index));
}

export function moneyFaker(seed: number): Faker {
  const faker = new Faker({ locale: [en, base] });
  faker.seed([seed, ...new TextEncoder().encode('money')]);
  return faker;
}

/** Null where there is nothing to do it to. */
export function drawnAct(faker: Faker, open: Open): DrawnAct | null {
  const part = (most: bigint) => faker.number.bigInt({ min: 1n, max: most });
  const owed = open.standing.dues.flatMap((due, invoice) => (due > 0n ? [{ due, invoice }] : []));
  const act = faker.helpers.arrayElement(moneyActs);
  switch (act) {
    case 'payment in full':
    case 'part payment': {
      const [debt] = faker.helpers.arrayElements(owed, 1);
      if (debt === undefined) return null;
      const { due, invoice } = debt;
      return { act, invoice, amountMinor: act === 'part payment' ? part(due) : due };
    }
    case 'transfer':
      return { act, amountMinor: part(owed.reduce((sum, { due }) => sum + due, 0n) + 50_00n) };
    case 'prepaid credit':
      return { act, amountMinor: part(200_00n) };
    case 'refund': {
      const [payment] = faker.helpers.arrayElements(
        open.payments.filter(({ left }) => left > 0n),
        1,
      );
      return payment === undefined ? null : { act, payment, amountMinor: part(payment.left) };
    }
    case 'credit note': {
      const [line] = faker.helpers.arrayElements(
        open.lines.filter(({ left }) => left > 0n),
        1,
      );
      return line === undefined ? null : { act, line, amountMinor: part(line.left) };
    }
  }
}

export function moneyAmountOf(amountMinor: bigint, { billing }: CustomerHistory): Money {
  return moneyOf(amountMinor, billing.currency);
}
