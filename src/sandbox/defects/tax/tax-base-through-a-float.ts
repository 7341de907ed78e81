import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const taxBaseThroughAFloat: Defect = {
  name: 'tax-base-through-a-float',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'minor',
  title: 'The tax engine is told the base with so many digits as a float has',
  rules: {
    taxEngineAmount: (base) => {
      const float = Number(base.over) / Number(base.under);
      return float.toPrecision(7).includes('e') ? BigInt(Math.trunc(float)).toString() : float.toPrecision(7);
    },
  },
};
