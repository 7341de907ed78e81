import { fractionFromDecimal, roundHalfUp, times, wholeNumber } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** The kind of Paymenter/Paymenter#1258, in the books. */
export const everyCurrencyHasCents: Defect = {
  name: 'every-currency-has-cents',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'Yen and dinars are valued as if they had cents',
  rules: {
    exchanged: ({ amountMinor, rate }) =>
      roundHalfUp(times(wholeNumber(amountMinor), fractionFromDecimal(rate))),
  },
};
