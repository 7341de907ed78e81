import { allocate } from '../../rules/payment/allocation.ts';
import type { Defect } from '../defect.ts';

/** There was a case for too little and one for too much. */
export const exactPaymentSettlesNothing: Defect = {
  name: 'exact-payment-settles-nothing',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'Money that is just what one invoice wants settles nothing, and is nowhere',
  rules: {
    allocate: (open, amountMinor) =>
      open.length === 1 && open[0]?.dueMinor === amountMinor
        ? { shares: [], restMinor: 0n }
        : allocate(open, amountMinor),
  },
};
