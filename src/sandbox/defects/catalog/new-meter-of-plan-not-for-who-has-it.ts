import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { planVersions } from '../../store/catalog.ts';
import type { Defect } from '../defect.ts';

/** What was metered had been written down with the order. */
export const newMeterOfPlanNotForWhoHasIt: Defect = {
  name: 'new-meter-of-plan-not-for-who-has-it',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'lost',
  severity: 'major',
  title: 'Usage that a later version of the plan charges for is not billed to who has the plan',
  procedures: {
    claimItems: (context, claim) =>
      claimItems(context, claim).filter(({ kind, charge, segment }) => {
        const [first] = planVersions(context, segment.plan);
        return (
          kind !== 'usage' || first === undefined || first.charges.some(({ code }) => code === charge.code)
        );
      }),
  },
};
