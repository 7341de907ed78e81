import { changeQuantity } from '../../procedures/subscription/change-quantity.ts';
import { stretchOn } from '../../procedures/subscription/current-service.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const seatsChargedFromPeriodStart: Defect = {
  name: 'seats-charged-from-period-start',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'Seats that are added within a period are charged for all of it',
  procedures: {
    changeQuantity: (context, change) => {
      const subscription = subscriptionById(context, change.subscriptionId);
      const date = stretchOn(context, subscription, todayOf(context.store, context.tenantId))?.used.from;
      if (date === undefined || change.timing.kind === 'period-end') changeQuantity(context, change);
      else changeQuantity(context, { ...change, timing: { kind: 'date', date } });
    },
  },
};
