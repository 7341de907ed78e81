import { later } from '../../arithmetic/earlier.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const newerPriceWithinPeriod: Defect = {
  name: 'newer-price-within-period',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'major',
  title: 'Whoever changes seats or comes back from a pause gets a newer price in the middle of a period',
  rules: { pricingDay: ({ used, onPlanSince }) => later(used.from, onPlanSince) },
};
