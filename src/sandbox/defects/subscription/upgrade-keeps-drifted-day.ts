import { addDays } from '../../../model/date.ts';
import { upgradeSubscription } from '../../procedures/platform/upgrade-data.ts';
import { segmentOn } from '../../procedures/subscription/current-service.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** Period logic was mended, and running subscriptions were given the ends that the old one had left them with. */
export const upgradeKeepsDriftedDay: Defect = {
  name: 'upgrade-keeps-drifted-day',
  row: 'MIG-03',
  family: 'MIG',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'An upgrade takes the last shortened day for the day that was signed',
  procedures: {
    upgradeSubscription: (context, subscriptionId) => {
      const subscription = subscriptionById(context, subscriptionId);
      const end =
        segmentOn(context, subscription, todayOf(context.store, context.tenantId))?.whole.to ?? null;
      const drifted =
        end !== null && end.slice(8) < subscription.start.slice(8) ? end : addDays(subscription.start, 0);
      context.store.run(
        'UPDATE assignments SET anchor = ? WHERE tenant = ? AND subscription = ? AND anchor = ?',
        drifted.replace(/^.{7}/, subscription.start.slice(0, 7)),
        context.tenantId,
        subscriptionId,
        subscription.start,
      );
      upgradeSubscription(context, subscriptionId);
    },
  },
};
