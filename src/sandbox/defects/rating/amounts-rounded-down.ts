import { minorUnitDigits } from '../../../model/currency.ts';
import type { Defect } from '../defect.ts';

/** One place cut where the others round. In the row's own case it was a wallet's balance. */
export const amountsRoundedDown: Defect = {
  name: 'amounts-rounded-down',
  row: 'CRE-10',
  family: 'CRE',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'minor',
  title: 'Amounts lose what is below their smallest coin instead of being rounded',
  rules: {
    roundToMinor: (amount, currency) =>
      (amount.over * 10n ** BigInt(minorUnitDigits(currency))) / amount.under,
  },
};
