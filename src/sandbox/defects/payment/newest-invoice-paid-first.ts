import { allocationOrder } from '../../rules/payment/allocation.ts';
import type { Defect } from '../defect.ts';

export const newestInvoicePaidFirst: Defect = {
  name: 'newest-invoice-paid-first',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'Money that names no invoice pays the newest one, and the oldest grows older',
  rules: { allocationOrder: (open) => allocationOrder(open).toReversed() },
};
