import { minorUnitDigits } from '../../../model/currency.ts';
import { fractionFromDecimal, fractionOf, times } from '../../arithmetic/fraction.ts';
import { creditScale } from '../../rules/credit/wallet-amounts.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const movementWorthCut: Defect = {
  name: 'movement-worth-cut',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'minor',
  title: 'What credits are worth is cut to whole cents instead of rounded',
  rules: {
    creditValue: (credits, { rate, currency }) => {
      const unit = fractionOf(10n ** BigInt(minorUnitDigits(currency)), 1n);
      const worth = times(times(fractionOf(credits, creditScale), fractionFromDecimal(rate)), unit);
      return worth.over / worth.under;
    },
  },
};
