import { aggregateUsage } from '../../rules/usage/aggregate-usage.ts';
import type { Defect } from '../defect.ts';

/** Each reading overwrote the one before, greater or not. The list has no row for it. */
export const maximumIsLastValue: Defect = {
  name: 'maximum-is-last-value',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'under-billed',
  severity: 'major',
  title: 'The maximum of a period is its last value',
  rules: {
    aggregateUsage: ({ aggregation, events }) =>
      aggregateUsage({ aggregation: aggregation === 'max' ? 'last' : aggregation, events }),
  },
};
