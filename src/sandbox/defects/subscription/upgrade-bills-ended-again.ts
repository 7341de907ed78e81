import { upgradeSubscription } from '../../procedures/platform/upgrade-data.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** The new logic of repair met what the old version had written and took it for something that was never billed. */
export const upgradeBillsEndedAgain: Defect = {
  name: 'upgrade-bills-ended-again',
  row: 'MIG-01',
  family: 'MIG',
  stage: 'subscription',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'After an upgrade the last period of an ended subscription is billed anew',
  procedures: {
    upgradeSubscription: (context, subscriptionId) => {
      const { cancelledFrom } = subscriptionById(context, subscriptionId);
      if (cancelledFrom !== null)
        context.store.run(
          'DELETE FROM claims WHERE tenant = ? AND subscription = ?',
          context.tenantId,
          subscriptionId,
        );
      upgradeSubscription(context, subscriptionId);
    },
  },
};
