import { claimOutcome } from '../../procedures/payment/claim-outcome.ts';
import type { Defect } from '../defect.ts';

/** The effects were done before anybody claimed the payment. */
export const eachNotificationCounts: Defect = {
  name: 'each-notification-counts',
  row: 'PAY-07',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'A notification of the gateway that comes twice has its effects twice',
  procedures: {
    claimOutcome: (context, outcome) => {
      claimOutcome(context, outcome);
      return true;
    },
  },
};
