import type { Defect } from '../defect.ts';

/** Kill Bill 88c9c47e: the first event's bill day was taken for all periods of usage. */
export const usageKeepsMonthsOfOldBillDay: Defect = {
  name: 'usage-keeps-months-of-old-bill-day',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'critical',
  title: 'After the bill day was moved, usage is billed by the months of the old one',
  rules: { beginsUsagePeriod: ({ before, after }) => before.plan !== after.plan },
};
