import type { Faker } from '@faker-js/faker';

/** What a charge may be, so that a country has another rate for it. */
export const taxCategory = 'books';

/** Where generated customers live: zones with clock changes on both sides of the equator, and without. */
export const homes = [
  { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin', tax: '19', digits: 2, regions: [] },
  { country: 'FR', currency: 'EUR', timeZone: 'Europe/Paris', tax: '20', digits: 2, regions: [] },
  {
    country: 'US',
    currency: 'USD',
    timeZone: 'America/Los_Angeles',
    tax: '5',
    digits: 2,
    regions: ['CA', 'OR'],
  },
  { country: 'NZ', currency: 'NZD', timeZone: 'Pacific/Auckland', tax: '15', digits: 2, regions: [] },
  { country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata', tax: '18', digits: 2, regions: [] },
  { country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo', tax: '10', digits: 0, regions: [] },
  { country: 'KW', currency: 'KWD', timeZone: 'Asia/Kuwait', tax: '5', digits: 3, regions: [] },
] as const;

export type Home = (typeof homes)[number];

/** In the smallest units of the home's money. */
export function amount(faker: Faker, home: Pick<Home, 'digits'>, majorMax: number): string {
  const whole = faker.number.int({ min: 1, max: majorMax });
  if (home.digits === 0) return String(whole);
  const fraction = faker.number.int({ min: 0, max: 10 ** home.digits - 1 });
  return `${whole}.${String(fraction).padStart(home.digits, '0')}`;
}
