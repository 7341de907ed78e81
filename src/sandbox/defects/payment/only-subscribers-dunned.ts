import { standardProcedures } from '../../procedures/index.ts';
import { subscriptionsOf } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** Debts were looked for behind subscriptions. */
export const onlySubscribersDunned: Defect = {
  name: 'only-subscribers-dunned',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'late',
  severity: 'major',
  title: 'Nobody is asked for what he owes unless he has a subscription',
  procedures: {
    debtsOf: (context, customerId) =>
      subscriptionsOf(context, customerId).length === 0
        ? []
        : standardProcedures.debtsOf(context, customerId),
  },
};
