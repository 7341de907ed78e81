import { dividedBy, fractionFromDecimal, roundHalfUp, wholeNumber } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** The source quotes its own currency first. The list has no row for it. */
export const rateTurnedOver: Defect = {
  name: 'rate-turned-over',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'Amounts are divided by the rate instead of multiplied',
  rules: {
    exchanged: ({ amountMinor, rate }) =>
      roundHalfUp(dividedBy(wholeNumber(amountMinor), fractionFromDecimal(rate))),
  },
};
