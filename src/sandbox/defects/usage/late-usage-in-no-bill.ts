import type { Defect } from '../defect.ts';

/** The next bill only looked at its own period. The list has no row for it. */
export const lateUsageInNoBill: Defect = {
  name: 'late-usage-in-no-bill',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'lost',
  severity: 'critical',
  title: 'Usage that comes after its bill is accepted and never billed',
  procedures: { lateUsageParts: () => [] },
};
