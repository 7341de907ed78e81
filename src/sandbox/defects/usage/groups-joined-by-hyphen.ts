import type { Defect } from '../defect.ts';

/** After the kind of getlago/lago-api#5790. */
export const groupsJoinedByHyphen: Defect = {
  name: 'groups-joined-by-hyphen',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'under-billed',
  severity: 'major',
  title: 'Groups whose values read the same with hyphens between are one group',
  rules: { usageGroup: (event, groupBy) => groupBy.map((name) => event.properties[name] ?? '').join('-') },
};
