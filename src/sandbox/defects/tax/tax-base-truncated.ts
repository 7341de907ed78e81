import { wholeNumber } from '../../arithmetic/fraction.ts';
import { taxBase } from '../../rules/tax/tax-base.ts';
import type { Defect } from '../defect.ts';

/** The amount became an integer of major units on its way to the tax engine. */
export const taxBaseTruncated: Defect = {
  name: 'tax-base-truncated',
  row: 'TAX-12',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'The tax base loses its cents: 99.99 is taxed as 99',
  rules: {
    taxBase: (line) => {
      const base = taxBase(line);
      return wholeNumber(base.over / base.under);
    },
  },
};
