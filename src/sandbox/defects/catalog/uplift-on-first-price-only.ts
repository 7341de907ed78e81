import { fractionFromDecimal, fractionOf, plus, times } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const upliftOnFirstPriceOnly: Defect = {
  name: 'uplift-on-first-price-only',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'minor',
  title: 'Each renewal raises the first price, not the one before',
  rules: {
    termFactor: ({ term, index }) => {
      const renewals = term.atEnd === 'renew' ? Math.floor(index / term.periods) : 0;
      const rise = times(fractionFromDecimal(term.upliftPercent), fractionOf(BigInt(renewals), 100n));
      return plus(fractionOf(1n, 1n), rise);
    },
  },
};
