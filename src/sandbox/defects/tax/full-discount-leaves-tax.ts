import { taxBase } from '../../rules/tax/tax-base.ts';
import type { Defect } from '../defect.ts';

/** A base of zero was taken for none, and the price stood in for it. */
export const fullDiscountLeavesTax: Defect = {
  name: 'full-discount-leaves-tax',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'A coupon of 100 % leaves the tax of the full price',
  rules: {
    taxBase: (line) => {
      const base = taxBase(line);
      return base.over === 0n ? line.net : base;
    },
  },
};
