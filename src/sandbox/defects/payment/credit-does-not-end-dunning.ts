import { dun } from '../../procedures/payment/dun.ts';
import type { Defect } from '../defect.ts';

/** Only payments told the dunning that something had changed. */
export const creditDoesNotEndDunning: Defect = {
  name: 'credit-does-not-end-dunning',
  row: 'DUN-01',
  family: 'DUN',
  stage: 'payment',
  effect: 'late',
  severity: 'major',
  title: 'A customer whose debt was settled by a credit note stays suspended',
  procedures: {
    dun: (context, occasion) => {
      if (occasion.cause !== 'credit') dun(context, occasion);
    },
  },
};
