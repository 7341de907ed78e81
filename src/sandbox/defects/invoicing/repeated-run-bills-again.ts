import { claimsOf, insertClaim } from '../../store/claims.ts';
import type { Defect } from '../defect.ts';

/** The job asked what former days had billed, and did not see a run of the same day. */
export const repeatedRunBillsAgain: Defect = {
  name: 'repeated-run-bills-again',
  row: 'INV-01',
  family: 'INV',
  stage: 'invoicing',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'A second bill run on the same day bills the same periods again',
  procedures: {
    claimItems: (context, claim) => {
      const known = claimsOf(context, claim.subscriptionId);
      const open = claim.items.filter((item) => {
        const claimedOn = known.get(item.key);
        return claimedOn === undefined || claimedOn === claim.runDate;
      });
      for (const item of open) {
        insertClaim(context, claim.subscriptionId, { item: item.key, runDate: claim.runDate });
      }
      return open;
    },
  },
};
