import { changeQuantity } from '../../procedures/subscription/change-quantity.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** After the kind of laravel/cashier-stripe#319: the day on which a trial is over still counted as one of its own. */
export const seatsWishedOnFirstPaidDayAtOnce: Defect = {
  name: 'seats-wished-on-first-paid-day-at-once',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title:
    'Other seats with the next period are there at once, when they are wished for on the first day after a trial',
  procedures: {
    changeQuantity: (context, change) => {
      const date = todayOf(context.store, context.tenantId);
      const { trialEnd } = subscriptionById(context, change.subscriptionId);
      changeQuantity(context, trialEnd === date ? { ...change, timing: { kind: 'date', date } } : change);
    },
  },
};
