import { deleteTaxRate, taxRatesOf } from '../../store/taxes.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const deletedGoodsTakeStatesAlong: Defect = {
  name: 'deleted-goods-take-states-along',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'With a rate of some goods those that states have for them are deleted, too',
  procedures: {
    deleteTaxRate: (context, rate) => {
      deleteTaxRate(context, rate);
      const { region = null, category = null } = rate;
      if (category === null || region !== null) return;
      for (const other of taxRatesOf(context, rate.country))
        if (other.from === rate.from && (other.category ?? null) === category) deleteTaxRate(context, other);
    },
  },
};
