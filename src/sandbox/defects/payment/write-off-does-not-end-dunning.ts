import { dun } from '../../procedures/payment/dun.ts';
import type { Defect } from '../defect.ts';

export const writeOffDoesNotEndDunning: Defect = {
  name: 'write-off-does-not-end-dunning',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'late',
  severity: 'major',
  title: 'A customer whose debt was written off stays suspended',
  procedures: {
    dun: (context, occasion) => {
      if (occasion.cause !== 'write-off' && occasion.cause !== 'void') dun(context, occasion);
    },
  },
};
