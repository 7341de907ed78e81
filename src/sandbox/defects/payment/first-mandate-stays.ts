import { signMandate } from '../../procedures/payment/bank-collection.ts';
import { mandatesOf } from '../../store/bank.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const firstMandateStays: Defect = {
  name: 'first-mandate-stays',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A new mandate does not take the place of the old one, and the closed account is debited on',
  procedures: {
    signMandate: (context, mandate) => {
      const isKnown = mandatesOf(context).some(({ customerId }) => customerId === mandate.customerId);
      if (!isKnown) signMandate(context, mandate);
    },
  },
};
