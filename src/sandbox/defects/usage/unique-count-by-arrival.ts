import type { Defect } from '../defect.ts';

/** Events were sorted by their moment only; for those of one moment the order of the database decided. */
export const uniqueCountByArrival: Defect = {
  name: 'unique-count-by-arrival',
  row: 'USE-13',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'major',
  title: 'Of a coming and a going at one instant the one that arrived last counts',
  rules: {
    usageOrder: (events) => events.toSorted((a, b) => Number(a.at > b.at) - Number(a.at < b.at)),
  },
};
