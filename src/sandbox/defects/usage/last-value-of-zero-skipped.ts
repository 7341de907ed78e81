import { aggregateUsage } from '../../rules/usage/aggregate-usage.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const lastValueOfZeroSkipped: Defect = {
  name: 'last-value-of-zero-skipped',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'over-billed',
  severity: 'major',
  title: 'A last value of zero is skipped, and the one before it counts',
  rules: {
    aggregateUsage: (question) => {
      if (question.aggregation !== 'last') return aggregateUsage(question);
      const events = question.events.filter(({ quantity }) => quantity.over !== 0n);
      return aggregateUsage({ ...question, events });
    },
  },
};
