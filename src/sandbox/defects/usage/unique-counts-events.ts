import { aggregateUsage } from '../../rules/usage/aggregate-usage.ts';
import type { Defect } from '../defect.ts';

/** The distinct was lost when the query was made faster. The list has no row for it. */
export const uniqueCountsEvents: Defect = {
  name: 'unique-counts-events',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'major',
  title: 'A subject that is active several times is counted several times',
  rules: {
    aggregateUsage: ({ aggregation, events }) =>
      aggregateUsage({ aggregation: aggregation === 'unique' ? 'count' : aggregation, events }),
  },
};
