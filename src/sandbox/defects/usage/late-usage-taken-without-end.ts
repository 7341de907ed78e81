import type { Defect } from '../defect.ts';

/** The window in which late usage is taken was never asked for. The list has no row for it. */
export const lateUsageTakenWithoutEnd: Defect = {
  name: 'late-usage-taken-without-end',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'minor',
  title: 'Usage is taken however old it is',
  rules: { takesLateUsage: () => true },
};
