import { endAllServices } from '../../procedures/subscription/close-customer.ts';
import { setCancelledFrom, subscriptionsOf } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** All services were ended anew, those too that were to end anyhow. The list has no row for it. */
export const closingMovesPlannedEnds: Defect = {
  name: 'closing-moves-planned-ends',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Who cancelled for a day and is closed before it is served to the end of his period',
  procedures: {
    endAllServices: (context, customerId) => {
      const today = todayOf(context.store, context.tenantId);
      for (const { id, addOnTo, cancelledFrom } of subscriptionsOf(context, customerId))
        if (addOnTo === null && cancelledFrom !== null && cancelledFrom > today)
          setCancelledFrom(context, id, null);
      endAllServices(context, customerId);
    },
  },
};
