import { later } from '../../arithmetic/earlier.ts';
import { subscribe } from '../../procedures/subscription/subscribe.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const lateOrderBilledFromItsDay: Defect = {
  name: 'late-order-billed-from-its-day',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'Service that began before the order is billed from the day of the order only',
  procedures: {
    subscribe: (context, wanted) => {
      const today = todayOf(context.store, context.tenantId);
      return subscribe(context, { ...wanted, start: later(wanted.start, today) });
    },
  },
};
