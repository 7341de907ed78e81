import { changeQuantity } from '../../procedures/subscription/change-quantity.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** There was no period yet that could be changed, and the change was let go without a word. */
export const seatsBeforeTheStartForgotten: Defect = {
  name: 'seats-before-the-start-forgotten',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'Other seats that are told before the first day of service are forgotten',
  procedures: {
    changeQuantity: (context, change) => {
      const { start } = subscriptionById(context, change.subscriptionId);
      if (start <= todayOf(context.store, context.tenantId)) changeQuantity(context, change);
    },
  },
};
