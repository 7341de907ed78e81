import type { Defect } from '../defect.ts';

/** What the message said was taken for what is true now. */
export const lateNewsBelieved: Defect = {
  name: 'late-news-believed',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A notification that was overtaken sets the payment back to an earlier state',
  rules: { mayBecome: (from, to) => from !== to },
  procedures: {
    receiveNotification: async (context, { paymentId, outcome }) => {
      context.procedures.claimOutcome(context, { paymentId, status: outcome });
    },
  },
};
