import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** A sibling of killbill/killbill#1907. The list has no row for it. */
export const changedAddOnGivesNothingBack: Defect = {
  name: 'changed-add-on-gives-nothing-back',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-credited',
  severity: 'major',
  title: 'An add-on that had become another one gives nothing back when it ends by itself',
  procedures: {
    claimItems: (context, claim) => {
      const { addOnTo, cancelledFrom } = subscriptionById(context, claim.subscriptionId);
      return claimItems(context, claim).filter(({ kind, due, segment }) => {
        const isOwnEnd = addOnTo !== null && due === cancelledFrom && segment.assignment > 0;
        return kind !== 'credit' || !isOwnEnd;
      });
    },
  },
};
