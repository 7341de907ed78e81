import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const setupFeeLost: Defect = {
  name: 'setup-fee-lost',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'lost',
  severity: 'major',
  title: 'A setup fee is not charged at all',
  rules: { isSetUp: () => false },
};
