import { scheduleNext } from '../../billing/due-items.ts';
import { cancel } from '../../procedures/subscription/cancel.ts';
import { addOnsOf, setCancelledFrom, subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** Only the add-ons that ran on the last day were ended with it. */
export const addOnBeginsAfterEndOfItsBase: Defect = {
  name: 'add-on-begins-after-end-of-its-base',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'An add-on that was ordered ahead begins although its base has ended',
  procedures: {
    cancel: (context, end) => {
      const before = addOnsOf(context, end.subscriptionId);
      cancel(context, end);
      const { cancelledFrom } = subscriptionById(context, end.subscriptionId);
      for (const { id, start, cancelledFrom: own } of before) {
        if (cancelledFrom === null || start < cancelledFrom) continue;
        setCancelledFrom(context, id, own);
        scheduleNext(context, subscriptionById(context, id));
      }
    },
  },
};
