import { writeAttempt } from '../../procedures/payment/begin-payment.ts';
import type { Defect } from '../defect.ts';

/** No attempt was written before the gateway was asked, so a retry found nothing and asked again. */
export const sameKeyChargesTwice: Defect = {
  name: 'same-key-charges-twice',
  row: 'PAY-03',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'A payment that is repeated with the same key is charged twice',
  procedures: { beginPayment: writeAttempt },
};
