import { deleteTaxRate } from '../../store/taxes.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const stateRateDeletesThatOfItsCountry: Defect = {
  name: 'state-rate-deletes-that-of-its-country',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'Who deletes the rate of a state deletes that of the whole country',
  procedures: {
    deleteTaxRate: (context, { country, from, category = null }) =>
      deleteTaxRate(context, { country, from, category }),
  },
};
