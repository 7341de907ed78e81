import { subscribe } from '../../procedures/subscription/subscribe.ts';
import { subscriptionsOf } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** Against those who order trial after trial: what was agreed with one of them was not asked. The list has no row for it. */
export const oneTrialACustomer: Defect = {
  name: 'one-trial-a-customer',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'Who had a trial of anything has none again, although one was agreed',
  procedures: {
    subscribe: (context, { trialDays, ...wanted }) => {
      const hadOne = subscriptionsOf(context, wanted.customerId).some(({ trialEnd }) => trialEnd !== null);
      return subscribe(context, hadOne || trialDays === undefined ? wanted : { ...wanted, trialDays });
    },
  },
};
