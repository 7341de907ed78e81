import type { Defect } from '../defect.ts';

/** All charges were deferred alike. In the row's own case it was add-ons during a trial. */
export const advanceFeeDeferred: Defect = {
  name: 'advance-fee-deferred',
  row: 'SUB-19',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'major',
  title: 'A fee in advance is charged when its period is over',
  rules: { dueDay: ({ used }) => used.to },
};
