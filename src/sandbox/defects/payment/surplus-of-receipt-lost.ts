import { allocate } from '../../rules/payment/allocation.ts';
import type { Defect } from '../defect.ts';

export const surplusOfReceiptLost: Defect = {
  name: 'surplus-of-receipt-lost',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'critical',
  title: 'What no invoice needs of money that came stands nowhere',
  rules: { allocate: (open, amountMinor) => ({ ...allocate(open, amountMinor), restMinor: 0n }) },
};
