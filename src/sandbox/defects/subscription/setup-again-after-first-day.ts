import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const setupAgainAfterFirstDay: Defect = {
  name: 'setup-again-after-first-day',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'billed-twice',
  severity: 'minor',
  title: 'A change of plan on the first day charges the setup of the new plan, too',
  rules: { isSetUp: ({ isFirstPeriod }) => isFirstPeriod },
};
