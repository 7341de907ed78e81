import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { withdrawalsOf } from '../../store/withdrawals.ts';
import type { Defect } from '../defect.ts';

/** Agreed prices hung on the plan as the list of today has it. */
export const withdrawnPlanLosesAgreedPrice: Defect = {
  name: 'withdrawn-plan-loses-agreed-price',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'critical',
  title: 'What was agreed is charged at the list price once the plan is sold no more',
  procedures: {
    claimItems: (context, claim) =>
      claimItems(context, claim).map((item) => {
        const isListed = withdrawalsOf(context, item.segment.plan).every((from) => claim.runDate < from);
        const listed = item.version.charges.find(({ code }) => code === item.charge.code);
        return isListed || listed === undefined ? item : { ...item, charge: listed };
      }),
  },
};
