import { allocate } from '../../rules/payment/allocation.ts';
import type { Defect } from '../defect.ts';

export const transferPaysThreeAtMost: Defect = {
  name: 'transfer-pays-three-at-most',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'Money that came by itself pays three invoices, and what is left waits on the balance',
  rules: { allocate: (open, amountMinor) => allocate(open.slice(0, 3), amountMinor) },
};
