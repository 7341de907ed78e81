import type { Defect } from '../defect.ts';

/** The reversal asked for the rate of its own day. The list has no row for it. */
export const voidAtRateOfItsDay: Defect = {
  name: 'void-at-rate-of-its-day',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'An invoice that is taken back leaves the move of the rate in revenue and tax',
  rules: { isValuedOnItsDay: (account) => account !== 'receivables' },
};
