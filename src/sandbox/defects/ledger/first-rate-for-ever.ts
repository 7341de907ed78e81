import type { Defect } from '../defect.ts';

/** The rates were cached by their pair of currencies. The list has no row for it. */
export const firstRateForEver: Defect = {
  name: 'first-rate-for-ever',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Every invoice is valued at the first rate that was ever entered',
  rules: { rateInForce: (rates, day) => rates.find(({ effectiveFrom }) => effectiveFrom <= day) ?? null },
};
