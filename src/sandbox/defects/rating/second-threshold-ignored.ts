import { isInterimDue } from '../../rules/invoicing/is-interim-due.ts';
import type { Defect } from '../defect.ts';

/** The flag of the period said that it was billed. The list has no row for it. */
export const secondThresholdIgnored: Defect = {
  name: 'second-threshold-ignored',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'late',
  severity: 'major',
  title: 'After the first threshold of a period no other one counts',
  rules: {
    isInterimDue: (question) => isInterimDue({ ...question, thresholds: question.thresholds.slice(0, 1) }),
  },
};
