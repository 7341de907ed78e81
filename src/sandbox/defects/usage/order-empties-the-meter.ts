import { subscribe } from '../../procedures/subscription/subscribe.ts';
import { subscriptionsOf } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** A customer's first order set up his meters, over what they had counted. */
export const orderEmptiesTheMeter: Defect = {
  name: 'order-empties-the-meter',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'lost',
  severity: 'major',
  title: 'Usage that was taken before the first order of a customer is gone with it',
  procedures: {
    subscribe: (context, wanted) => {
      if (subscriptionsOf(context, wanted.customerId).length === 0)
        context.store.run(
          'DELETE FROM usage_events WHERE tenant = ? AND customer = ?',
          context.tenantId,
          wanted.customerId,
        );
      return subscribe(context, wanted);
    },
  },
};
