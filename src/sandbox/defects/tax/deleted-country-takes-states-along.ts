import { deleteTaxRate, taxRatesOf } from '../../store/taxes.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const deletedCountryTakesStatesAlong: Defect = {
  name: 'deleted-country-takes-states-along',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'With the rate of a country those of its states are deleted, too',
  procedures: {
    deleteTaxRate: (context, rate) => {
      deleteTaxRate(context, rate);
      const { region = null, category = null } = rate;
      if (region !== null || category !== null) return;
      for (const other of taxRatesOf(context, rate.country))
        if (other.from === rate.from) deleteTaxRate(context, other);
    },
  },
};
