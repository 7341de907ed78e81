import { knownTax } from '../../procedures/tax/tax-engine.ts';
import { neighbourOf } from '../../store/neighbours.ts';
import type { Defect } from '../defect.ts';

/** An error of the provider was taken for an answer. The list has no row for it. */
export const silentEngineMeansNoTax: Defect = {
  name: 'silent-engine-means-no-tax',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'critical',
  title: 'While the tax engine is away, invoices go out without tax',
  procedures: {
    knownTax: (context, supply) => {
      if (neighbourOf(context, 'tax-engine') === null) return null;
      return knownTax(context, supply) ?? { ratePercent: '0', treatment: 'no-tax' };
    },
    gatherTax: async () => {},
  },
};
