import { daysBetween } from '../../../model/date.ts';
import { subscribe } from '../../procedures/subscription/subscribe.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** What is fixed and charged ahead was treated like the fee of the base. */
export const addOnWaitsForTrialOfBase: Defect = {
  name: 'add-on-waits-for-trial-of-base',
  row: 'SUB-19',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'major',
  title: 'An add-on that is charged in advance is free until the trial of its base is over',
  procedures: {
    subscribe: (context, wanted) => {
      const { addOnTo, start } = wanted;
      const end = addOnTo === undefined ? null : subscriptionById(context, addOnTo).trialEnd;
      if (end === null || end <= start) return subscribe(context, wanted);
      return subscribe(context, { ...wanted, trialDays: daysBetween(start, end) });
    },
  },
};
