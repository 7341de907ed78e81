import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { withdrawalsOf } from '../../store/withdrawals.ts';
import type { Defect } from '../defect.ts';

/** The price of what was paid was looked up on the list of today, and nothing found was taken for nothing due. */
export const withdrawnPlanGivesNothingBack: Defect = {
  name: 'withdrawn-plan-gives-nothing-back',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-credited',
  severity: 'critical',
  title: 'Who leaves a plan that is sold no more gets nothing back for days that he paid',
  procedures: {
    claimItems: (context, claim) => {
      const isListed = (plan: string) => withdrawalsOf(context, plan).every((from) => claim.runDate < from);
      return claimItems(context, claim).filter(
        (item) => item.kind !== 'credit' || isListed(item.segment.plan),
      );
    },
  },
};
