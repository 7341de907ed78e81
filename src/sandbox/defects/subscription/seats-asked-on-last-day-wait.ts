import { addDays } from '../../../model/date.ts';
import { changeQuantity } from '../../procedures/subscription/change-quantity.ts';
import { stretchOn } from '../../procedures/subscription/current-service.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The run of the night before had moved the subscription to its next period already. */
export const seatsAskedOnLastDayWait: Defect = {
  name: 'seats-asked-on-last-day-wait',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'minor',
  title: 'Seats that are asked for on the last day of a period, from the next one on, come a period later',
  procedures: {
    changeQuantity: (context, change) => {
      const subscription = subscriptionById(context, change.subscriptionId);
      const tomorrow = addDays(todayOf(context.store, context.tenantId), 1);
      const running = stretchOn(context, subscription, addDays(tomorrow, -1));
      const next = running?.whole.to === tomorrow ? stretchOn(context, subscription, tomorrow) : null;
      const isLate = change.timing.kind === 'period-end' && next !== null;
      changeQuantity(context, isLate ? { ...change, timing: { kind: 'date', date: next.whole.to } } : change);
    },
  },
};
