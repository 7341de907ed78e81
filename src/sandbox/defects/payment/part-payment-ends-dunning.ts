import { dun } from '../../procedures/payment/dun.ts';
import type { Defect } from '../defect.ts';

export const partPaymentEndsDunning: Defect = {
  name: 'part-payment-ends-dunning',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'late',
  severity: 'major',
  title: 'Any payment ends the dunning, however small it is',
  procedures: {
    dun: (context, occasion) => {
      if (occasion.cause === 'payment') context.procedures.setLevel(context, occasion.customerId, null);
      else dun(context, occasion);
    },
  },
};
