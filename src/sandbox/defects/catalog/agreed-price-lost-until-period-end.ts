import { changePlan } from '../../procedures/subscription/change-plan.ts';
import type { Defect } from '../defect.ts';

/** The plan for the end of the period kept the plan alone. The list has no row for it. */
export const agreedPriceLostUntilPeriodEnd: Defect = {
  name: 'agreed-price-lost-until-period-end',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'major',
  title: 'Prices that are agreed with a change for the end of the period are forgotten until then',
  procedures: {
    changePlan: (context, change) =>
      changePlan(
        context,
        change.timing.kind === 'period-end' ? { ...change, negotiated: undefined } : change,
      ),
  },
};
