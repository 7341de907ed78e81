import { createHash } from 'node:crypto';
import { base, Faker } from '@faker-js/faker';
import { minorUnitDigits } from '../model/currency.ts';
import { addDays, type LocalDate } from '../model/date.ts';
import { type Decimal, decimalFrom } from '../model/decimal.ts';
import { type CastMember, cast } from './cast.ts';

/** Made-up but repeatable particulars: two runs with one seed make the same ones for the same check. */
export interface Builders {
  readonly customer: () => {
    readonly name: string;
    readonly country: string;
    readonly currency: string;
    readonly timeZone: string;
  };
  /** An amount of the currency in major units, between the two numbers of minor units. */
  readonly amount: (
    currency: string,
    range: { readonly minorMin: number; readonly minorMax: number },
  ) => Decimal;
  readonly quantity: (max: number) => Decimal;
  readonly day: (from: LocalDate, days: number) => LocalDate;
  readonly oneOf: <T>(values: readonly [T, ...T[]]) => T;
}

export function buildersFor(origin: { readonly seed: number; readonly checkId: string }): Builders {
  const faker = new Faker({ locale: base, seed: seedOf(origin) });
  let count = 0;
  return {
    customer: () => {
      count += 1;
      const { country, currency, timeZone } = faker.helpers.arrayElement<CastMember>([...cast]);
      return { name: `Customer ${count} ${faker.string.alpha(6)}`, country, currency, timeZone };
    },
    amount: (currency, { minorMin, minorMax }) =>
      decimalFrom(BigInt(faker.number.int({ min: minorMin, max: minorMax })), minorUnitDigits(currency)),
    quantity: (max) => String(faker.number.int({ min: 1, max })),
    day: (from, days) => addDays(from, faker.number.int({ min: 0, max: Math.max(days - 1, 0) })),
    oneOf: (values) => faker.helpers.arrayElement(values),
  };
}

function seedOf({ seed, checkId }: { readonly seed: number; readonly checkId: string }): number {
  return createHash('sha256').update(`${seed}/${checkId}`).digest().readUInt32BE(0);
}
