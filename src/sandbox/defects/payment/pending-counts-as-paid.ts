import type { Defect } from '../defect.ts';

export const pendingCountsAsPaid: Defect = {
  name: 'pending-counts-as-paid',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-billed',
  severity: 'critical',
  title: 'A payment that is undecided counts as paid',
  rules: { countsAsPaid: (status) => status === 'succeeded' || status === 'pending' },
};
