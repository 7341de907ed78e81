import type { Defect } from '../defect.ts';

/** The allowance was shown to the customer and not taken off. The list has no row for it. */
export const includedUnitsCharged: Defect = {
  name: 'included-units-charged',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'critical',
  title: 'Units that the plan includes are charged',
  rules: { unitsBeyondIncluded: ({ quantity }) => quantity },
};
