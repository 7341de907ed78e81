import { changeQuantity } from '../../procedures/subscription/change-quantity.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** A row for each subscription and day: the second one was taken for a repeat of the first. */
export const secondSeatsOfADayLost: Defect = {
  name: 'second-seats-of-a-day-lost',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'major',
  title: 'Of two changes of seats on one day only the first counts',
  procedures: {
    changeQuantity: (context, change) => {
      const today = todayOf(context.store, context.tenantId);
      const changed = assignmentsOf(context, change.subscriptionId).slice(1);
      if (changed.some(({ start }) => start === today)) return;
      changeQuantity(context, change);
    },
  },
};
