import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const creditAtTodaysTax: Defect = {
  name: 'credit-at-todays-tax',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'A credit carries the tax of the day on which it is made',
  procedures: { readBilledTerms: () => null },
};
