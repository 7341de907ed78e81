import { scheduleNext } from '../../billing/due-items.ts';
import { subscribe } from '../../procedures/subscription/subscribe.ts';
import { termEndOf } from '../../procedures/subscription/term-end-of.ts';
import { setCancelledFrom, subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** The end was handed on to the add-ons that were there when it was told. */
export const addOnOrderedLateOutlivesBase: Defect = {
  name: 'add-on-ordered-late-outlives-base',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'An add-on that is ordered when the end of its base is known goes on after it',
  procedures: {
    subscribe: (context, wanted) => {
      const id = subscribe(context, wanted);
      if (wanted.addOnTo === undefined) return id;
      setCancelledFrom(context, id, termEndOf(context, subscriptionById(context, id)));
      scheduleNext(context, subscriptionById(context, id));
      return id;
    },
  },
};
