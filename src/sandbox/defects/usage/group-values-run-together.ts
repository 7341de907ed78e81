import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const groupValuesRunTogether: Defect = {
  name: 'group-values-run-together',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'under-billed',
  severity: 'major',
  title: 'Groups are told apart by their values written one after the other',
  rules: {
    usageGroup: (event, groupBy) => groupBy.map((name) => event.properties[name] ?? '').join(''),
  },
};
