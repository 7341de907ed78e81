import type { Defect } from '../defect.ts';

/** Only the step to the next level was thought of. The list has no row for it. */
export const levelPassedOverUntold: Defect = {
  name: 'level-passed-over-untold',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'minor',
  title: 'Who comes to a level of dunning past another one is not reminded',
  rules: { isReminded: ({ from, to }) => to === from + 1 },
};
