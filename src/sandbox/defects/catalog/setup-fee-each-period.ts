import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const setupFeeEachPeriod: Defect = {
  name: 'setup-fee-each-period',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'A setup fee is charged with each period',
  rules: { isSetUp: () => true },
};
