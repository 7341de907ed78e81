import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const priorityIgnored: Defect = {
  name: 'priority-ignored',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'minor',
  title: 'Wallets are used in the order in which they were opened, whatever their priority',
  rules: { walletOrder: (wallets) => wallets.toSorted((a, b) => a.sequence - b.sequence) },
};
