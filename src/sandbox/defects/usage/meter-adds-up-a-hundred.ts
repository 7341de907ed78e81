import { aggregateUsage } from '../../rules/usage/aggregate-usage.ts';
import type { Defect } from '../defect.ts';

export const meterAddsUpAHundred: Defect = {
  name: 'meter-adds-up-a-hundred',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Of the events of a period only the first page of a hundred is added up',
  rules: {
    aggregateUsage: (question) => aggregateUsage({ ...question, events: question.events.slice(0, 100) }),
  },
};
