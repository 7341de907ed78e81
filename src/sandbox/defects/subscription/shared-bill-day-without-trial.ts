import { subscribe } from '../../procedures/subscription/subscribe.ts';
import type { Defect } from '../defect.ts';

/** Sharing a bill day overwrote the day on which the trial ends. The list has no row for it. */
export const sharedBillDayWithoutTrial: Defect = {
  name: 'shared-bill-day-without-trial',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'What joins the bill day of a customer has no trial',
  procedures: {
    subscribe: (context, wanted) =>
      subscribe(context, wanted.sharesBillDay === true ? { ...wanted, trialDays: undefined } : wanted),
  },
};
