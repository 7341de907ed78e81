import { chargeLateness } from '../../procedures/payment/charge-lateness.ts';
import type { Defect } from '../defect.ts';

/** The other way round of frappe/erpnext#26286. The list has no row for it. */
export const interestLostWithoutAFee: Defect = {
  name: 'interest-lost-without-a-fee',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'lost',
  severity: 'major',
  title: 'A level without a fee charges no interest either',
  procedures: {
    chargeLateness: (context, lateness) => {
      if (lateness.level.fee !== null) chargeLateness(context, lateness);
    },
  },
};
