import type { Faker } from '@faker-js/faker';
import type { TaxParty, TaxPlace } from '../../model/billing/tax.ts';
import { addDays, type LocalDate } from '../../model/date.ts';
import type { BillingHistory, TaxFrom } from '../../oracle/subscription/billing-history.ts';
import { type Home, taxCategory } from '../situations/homes.ts';
import { taxFrom } from './customer-history.ts';

const always = '2020-01-01';

/** What a country asks for: everywhere and of everything, in a part of it, and of some goods; now and then another rate. */
export function drawnRates(faker: Faker, home: Home, near: LocalDate): readonly TaxFrom[] {
  const rate = () => faker.helpers.arrayElement(['7', '16', '21.5', '2.375']);
  const later = () => addDays(near, faker.number.int({ min: 20, max: 350 }));
  const [region] = home.regions;
  return [
    taxFrom(always, home.tax),
    // Where a part of the country has a rate of its own, a newer one of the country is not for it.
    ...(faker.datatype.boolean(region === undefined ? 0.3 : 0.6) ? [taxFrom(later(), rate())] : []),
    ...(region === undefined ? [] : [{ ...taxFrom(always, '7.25'), region }]),
    ...(region === undefined || faker.datatype.boolean() ? [] : [{ ...taxFrom(later(), rate()), region }]),
    ...(faker.datatype.boolean() ? [{ ...taxFrom(always, rate()), category: taxCategory }] : []),
  ];
}

/** Where the seller of a whole world is; null where nobody says. */
export function drawnSeller(faker: Faker): TaxPlace | null {
  return faker.helpers.arrayElement([
    null,
    { country: 'DE', region: null },
    { country: 'FR', region: null },
    { country: 'US', region: 'CA' },
  ]);
}

/** A private person, a business that may owe the tax itself, or somebody who is exempt. */
export function drawnTax(faker: Faker, home: Home, seller: TaxPlace | null): Pick<BillingHistory, 'tax'> {
  if (seller === null) return {};
  const region = home.regions.length === 0 ? null : faker.helpers.arrayElement([...home.regions, null]);
  const kind = faker.helpers.arrayElement(['person', 'person', 'business', 'exempt'] as const);
  const customer: TaxParty = {
    country: home.country,
    region,
    status: kind === 'exempt' ? 'exempt' : 'standard',
    vatId: kind === 'business' ? vatIds[home.country] : null,
  };
  return { tax: { seller, customer } };
}

const vatIds: Readonly<Record<Home['country'], string>> = {
  DE: 'DE129273398',
  FR: 'FR40303265045',
  US: 'US123456789',
  NZ: 'NZ123456789',
  IN: 'IN123456789',
  JP: 'JP123456789',
  KW: 'KW123456789',
};
