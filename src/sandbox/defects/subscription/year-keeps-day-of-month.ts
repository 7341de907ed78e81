import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const yearKeepsDayOfMonth: Defect = {
  name: 'year-keeps-day-of-month',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Who changes from a month to a year gets a first year that began before the change',
  rules: { anchorAfterChange: ({ anchor }) => anchor },
};
