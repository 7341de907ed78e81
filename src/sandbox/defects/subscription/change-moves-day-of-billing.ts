import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const changeMovesDayOfBilling: Defect = {
  name: 'change-moves-day-of-billing',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'A change to a plan with the same periods begins them anew on the day of the change',
  rules: { anchorAfterChange: ({ start }) => start },
};
