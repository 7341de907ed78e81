import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const changedPlanAtPriceOfTheFirst: Defect = {
  name: 'changed-plan-at-price-of-the-first',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'A new plan is priced by the list of the first day of the month, not by that of the change',
  rules: { pricingDay: ({ whole }) => whole.from },
};
