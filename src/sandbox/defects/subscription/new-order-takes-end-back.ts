import { scheduleNext } from '../../billing/due-items.ts';
import { subscribe } from '../../procedures/subscription/subscribe.ts';
import { setCancelledFrom, subscriptionById, subscriptionsOf } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** Whoever orders does not want to leave: the mark of leaving stood with the customer and the plan. */
export const newOrderTakesEndBack: Defect = {
  name: 'new-order-takes-end-back',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'An order of a plan takes back the end of a subscription to it that is still running',
  procedures: {
    subscribe: (context, wanted) => {
      for (const { id, agreement, cancelledFrom } of subscriptionsOf(context, wanted.customerId)) {
        const isLeaving = cancelledFrom !== null && cancelledFrom > wanted.start && agreement.term === null;
        if (!isLeaving || agreement.plan !== wanted.plan) continue;
        setCancelledFrom(context, id, null);
        scheduleNext(context, subscriptionById(context, id));
      }
      return subscribe(context, wanted);
    },
  },
};
