import { upgradeSubscription } from '../../procedures/platform/upgrade-data.ts';
import { dropAssignmentsAfter } from '../../store/assignments.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** Only what was in force was carried over. The list has no row for it. */
export const upgradeForgetsWhatIsPlanned: Defect = {
  name: 'upgrade-forgets-what-is-planned',
  row: 'MIG',
  family: 'MIG',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'critical',
  title: 'A change that is planned for a day after the upgrade never comes',
  procedures: {
    upgradeSubscription: (context, subscriptionId) => {
      dropAssignmentsAfter(context, subscriptionId, todayOf(context.store, context.tenantId));
      upgradeSubscription(context, subscriptionId);
    },
  },
};
