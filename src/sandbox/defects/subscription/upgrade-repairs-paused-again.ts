import { upgradeSubscription } from '../../procedures/platform/upgrade-data.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import type { Defect } from '../defect.ts';

/** The new repair looked for pauses whose days were not given back, and did not know how the old one had written that down. */
export const upgradeRepairsPausedAgain: Defect = {
  name: 'upgrade-repairs-paused-again',
  row: 'MIG-01',
  family: 'MIG',
  stage: 'subscription',
  effect: 'over-credited',
  severity: 'critical',
  title: 'After an upgrade the days of a pause are given back a second time',
  procedures: {
    upgradeSubscription: (context, subscriptionId) => {
      const states = assignmentsOf(context, subscriptionId);
      for (const { number } of states.filter((_, index) => states[index + 1]?.state === 'paused'))
        context.store.run(
          'DELETE FROM claims WHERE tenant = ? AND subscription = ? AND item GLOB ?',
          context.tenantId,
          subscriptionId,
          `${number} * credit *`,
        );
      upgradeSubscription(context, subscriptionId);
    },
  },
};
