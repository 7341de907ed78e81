import { aggregateUsage } from '../../rules/usage/aggregate-usage.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const levelCountsInFull: Defect = {
  name: 'level-counts-in-full',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'major',
  title: 'A level that changes within the period is charged as if it had been there from the first day',
  rules: {
    aggregateUsage: (question) =>
      aggregateUsage(
        question.aggregation === 'weighted-sum' ? { ...question, aggregation: 'sum' } : question,
      ),
  },
};
