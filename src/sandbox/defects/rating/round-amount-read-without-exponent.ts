import { minorUnitDigits } from '../../../model/currency.ts';
import { standardRules } from '../../rules/index.ts';
import type { Defect } from '../defect.ts';

/** A library for decimals writes 100 as 1E+2 once it has been told to drop zeros, and the next one read up to the letter. */
export const roundAmountReadWithoutExponent: Defect = {
  name: 'round-amount-read-without-exponent',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Whole amounts that end in zeros lose them',
  rules: {
    roundToMinor: (amount, currency, mode) => {
      const minor = standardRules.roundToMinor(amount, currency, mode);
      const unit = 10n ** BigInt(minorUnitDigits(currency));
      if (minor === 0n || minor % (10n * unit) !== 0n) return minor;
      let whole = minor / unit;
      while (whole % 10n === 0n) whole /= 10n;
      return whole * unit;
    },
  },
};
