import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const periodsBeforeOrderLost: Defect = {
  name: 'periods-before-order-lost',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'major',
  title: 'Of an order with a first day in the past only the running period is billed',
  procedures: {
    claimItems: (context, claim) =>
      claimItems(context, claim).filter(
        ({ kind, segment }) => kind !== 'advance' || segment.whole.to > claim.runDate,
      ),
  },
};
