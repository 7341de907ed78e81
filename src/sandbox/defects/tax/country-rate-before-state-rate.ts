import { taxRateInForce } from '../../rules/tax/tax-rate-in-force.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const countryRateBeforeStateRate: Defect = {
  name: 'country-rate-before-state-rate',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'The rate of the country is taken where the state has one of its own',
  rules: {
    taxRateInForce: (question) => taxRateInForce({ ...question, place: { ...question.place, region: null } }),
  },
};
