import { intervalOf } from '../../billing/segments.ts';
import type { Context } from '../../engine.ts';
import { billCustomer } from '../../procedures/invoicing/bill-customer.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import { setNextDue, subscriptionsOf } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** The second round left terms that overlap; the run gave the account up and nobody was told. */
export const secondPauseParksAccount: Defect = {
  name: 'second-pause-parks-account',
  row: 'SUB-15',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'critical',
  title: 'After the second pause of a plan longer than a month the customer gets no invoice any more',
  procedures: {
    billCustomer: (context, bill) => {
      const all = subscriptionsOf(context, bill.customerId);
      if (!all.some(({ id }) => isTangled(context, id))) return billCustomer(context, bill);
      for (const { id } of all) setNextDue(context, id, null);
      return null;
    },
  },
};

function isTangled(context: Context, subscriptionId: string): boolean {
  const states = assignmentsOf(context, subscriptionId);
  const { unit, count } = intervalOf(context, states[0]?.plan ?? '');
  const isLong = unit === 'year' || (unit === 'month' && count > 1);
  return isLong && states.filter(({ state }) => state === 'paused').length > 1;
}
