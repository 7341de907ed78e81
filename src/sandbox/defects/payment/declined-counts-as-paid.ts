import type { Defect } from '../defect.ts';

export const declinedCountsAsPaid: Defect = {
  name: 'declined-counts-as-paid',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-billed',
  severity: 'critical',
  title: 'A declined payment counts as paid',
  rules: { countsAsPaid: (status) => status === 'succeeded' || status === 'declined' },
};
