import { priceVersionInForce } from '../../rules/catalog/price-version-in-force.ts';
import type { Defect } from '../defect.ts';

/** The price was looked up once, for the day of signing, and renewals never looked again. */
export const newerPriceIgnored: Defect = {
  name: 'newer-price-ignored',
  row: 'CAT-01',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'critical',
  title: 'A renewal keeps the price of the signing day although a newer one is in force',
  rules: {
    priceVersionInForce: (question) => priceVersionInForce({ ...question, periodStart: question.signedOn }),
  },
};
