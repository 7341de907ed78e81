import { writeRefund } from '../../procedures/payment/begin-refund.ts';
import type { Defect } from '../defect.ts';

export const refundRepeatedDespiteKey: Defect = {
  name: 'refund-repeated-despite-key',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'A refund that is sent again with the same key gives the money back again',
  procedures: { beginRefund: writeRefund },
};
