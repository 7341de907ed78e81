import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { advancesOf } from '../../store/claims.ts';
import { subscriptionById, subscriptionsOf } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** Whether a fee was paid was looked up by customer, plan and day; what was given back since stood elsewhere. */
export const paidOnceThisMonth: Defect = {
  name: 'paid-once-this-month',
  row: 'SUB',
  family: 'SUB',
  stage: 'invoicing',
  effect: 'lost',
  severity: 'major',
  title: 'Who left and orders the same again before the month is over does not pay for his first one',
  procedures: {
    claimItems: (context, claim) => {
      const { id, customerId, start, agreement } = subscriptionById(context, claim.subscriptionId);
      const wasPaid = subscriptionsOf(context, customerId).some(
        (other) =>
          other.id !== id &&
          other.agreement.plan === agreement.plan &&
          other.cancelledFrom !== null &&
          other.cancelledFrom <= start &&
          advancesOf(context, other.id).some(({ used }) => used.from <= start && start < used.to),
      );
      return claimItems(context, claim).filter(
        ({ kind, segment }) => !(wasPaid && kind === 'advance' && segment.used.from === start),
      );
    },
  },
};
