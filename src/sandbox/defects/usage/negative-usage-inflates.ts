import { fractionOf } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** A total below zero was subtracted where it should have been added. */
export const negativeUsageInflates: Defect = {
  name: 'negative-usage-inflates',
  row: 'USE-07',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'critical',
  title: 'Corrections greater than the usage are billed as usage',
  rules: {
    meteredQuantity: ({ over, under }) => fractionOf(over < 0n ? -over : over, under),
  },
};
