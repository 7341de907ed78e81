import { roundTaxes } from '../../rules/tax/round-taxes.ts';
import type { Defect } from '../defect.ts';

/** Rates were grouped by how they are written. The list has no row for it. */
export const ratesComparedAsText: Defect = {
  name: 'rates-compared-as-text',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'minor',
  title: 'Lines at 19 % and at 19.0 % are rounded apart',
  rules: {
    roundTaxes: (taxes) => {
      const { exact, percents } = taxes;
      if (percents === undefined || taxes.point !== 'tax-rate') return roundTaxes(taxes);
      const rounded = exact.map(() => 0n);
      for (const indexes of Map.groupBy(percents.keys(), (index) => percents[index]).values()) {
        const own = roundTaxes({
          ...taxes,
          exact: indexes.flatMap((index) => exact[index] ?? []),
          percents: [],
        });
        for (const [place, index] of indexes.entries()) rounded[index] = own[place] ?? 0n;
      }
      return rounded;
    },
  },
};
