import type { Defect } from '../defect.ts';

/** Readings were taken in the order in which they came in. The list has no row for it. */
export const latestIsLastArrived: Defect = {
  name: 'latest-is-last-arrived',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'major',
  title: 'The last value is the one that arrived last, not the one that was measured last',
  rules: { usageOrder: (events) => events },
};
