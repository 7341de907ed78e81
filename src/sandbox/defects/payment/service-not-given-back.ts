import { setAccess } from '../../procedures/payment/dun.ts';
import type { Defect } from '../defect.ts';

export const serviceNotGivenBack: Defect = {
  name: 'service-not-given-back',
  row: 'DUN-02',
  family: 'DUN',
  stage: 'payment',
  effect: 'late',
  severity: 'critical',
  title: 'A customer who paid is clear, and still has no service',
  procedures: {
    setAccess: (context, customerId, isSuspended) => {
      if (isSuspended) setAccess(context, customerId, isSuspended);
    },
  },
};
