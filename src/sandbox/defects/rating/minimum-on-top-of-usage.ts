import { compare, zero } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** The minimum was charged instead of what is missing to it. The list has no row for it. */
export const minimumOnTopOfUsage: Defect = {
  name: 'minimum-on-top-of-usage',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'critical',
  title: 'The whole minimum is added to usage that stays below it',
  rules: {
    missingToMinimum: ({ amount, limit }) => (compare(amount, limit) < 0 ? limit : zero),
  },
};
