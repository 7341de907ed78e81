import type { Defect } from '../defect.ts';

/** Groups were only shown apart and counted together. The list has no row for it. */
export const groupsCountedTogether: Defect = {
  name: 'groups-counted-together',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'under-billed',
  severity: 'major',
  title: 'A subject that is active in two groups is counted once',
  rules: { usageGroup: () => '' },
};
