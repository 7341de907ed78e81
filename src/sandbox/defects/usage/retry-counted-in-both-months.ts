import type { Defect } from '../defect.ts';

/** Ids were only compared with those of the same month, so a retry stamped after midnight was new. */
export const retryCountedInBothMonths: Defect = {
  name: 'retry-counted-in-both-months',
  row: 'USE-14',
  family: 'USE',
  stage: 'usage',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'A usage event that is sent again after the end of the month counts twice',
  rules: { usageKey: (event) => `${event.at.slice(0, 7)} ${event.id}` },
};
