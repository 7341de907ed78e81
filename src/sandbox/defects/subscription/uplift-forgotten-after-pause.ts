import { fractionOf } from '../../arithmetic/fraction.ts';
import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import type { Defect } from '../defect.ts';

/** After the kind of killbill/killbill#2150: who resumes was taken for one without a term. */
export const upliftForgottenAfterPause: Defect = {
  name: 'uplift-forgotten-after-pause',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'A contract that was paused renews at its first price',
  procedures: {
    claimItems: (context, claim) => {
      const states = assignmentsOf(context, claim.subscriptionId);
      return claimItems(context, claim).map((item) => {
        const before = states.filter(({ number }) => number < item.segment.assignment);
        return before.some(({ state }) => state === 'paused')
          ? { ...item, factor: fractionOf(1n, 1n) }
          : item;
      });
    },
  },
};
