import type { Defect } from '../defect.ts';

export const amountSetByClient: Defect = {
  name: 'amount-set-by-client',
  row: 'PAY-15',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Whoever pays may set the amount of a payment afterwards',
  rules: { mayAmendAmount: () => true },
};
