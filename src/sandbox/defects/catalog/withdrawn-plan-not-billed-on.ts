import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { withdrawalsOf } from '../../store/withdrawals.ts';
import type { Defect } from '../defect.ts';

/** The bill run looked for the plan on the list of today. */
export const withdrawnPlanNotBilledOn: Defect = {
  name: 'withdrawn-plan-not-billed-on',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'lost',
  severity: 'critical',
  title: 'Who has a plan that is sold no more is not billed for it any more',
  procedures: {
    claimItems: (context, claim) => {
      const isListed = (plan: string) => withdrawalsOf(context, plan).every((from) => claim.runDate < from);
      return claimItems(context, claim).filter((item) => isListed(item.segment.plan));
    },
  },
};
