import { billIfDue } from '../../procedures/invoicing/bill-if-due.ts';
import { effectiveDay, runningSubscription } from '../../procedures/subscription/current-service.ts';
import { setCancelledFrom } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const addOnOutlivesBase: Defect = {
  name: 'add-on-outlives-base',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'A cancellation ends the subscription and leaves its add-ons to be billed',
  procedures: {
    cancel: (context, { subscriptionId, timing }) => {
      const end = effectiveDay(context, runningSubscription(context, subscriptionId), timing);
      setCancelledFrom(context, subscriptionId, end);
      billIfDue(context, subscriptionId, end);
    },
  },
};
