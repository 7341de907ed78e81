import { changePlan } from '../../procedures/subscription/change-plan.ts';
import type { Defect } from '../defect.ts';

/** A change was written with one price, as its form had one. The list has no row for it. */
export const firstAgreedPriceOnly: Defect = {
  name: 'first-agreed-price-only',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'major',
  title: 'Of several prices that are agreed with a change of plan only the first holds',
  procedures: {
    changePlan: (context, change) =>
      changePlan(
        context,
        change.negotiated === undefined ? change : { ...change, negotiated: change.negotiated.slice(0, 1) },
      ),
  },
};
