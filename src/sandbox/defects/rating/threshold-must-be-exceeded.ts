import { compare } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** Above was written where at least was meant. The list has no row for it. */
export const thresholdMustBeExceeded: Defect = {
  name: 'threshold-must-be-exceeded',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'late',
  severity: 'minor',
  title: 'Usage of exactly a threshold is not invoiced',
  rules: {
    isInterimDue: ({ thresholds, before, after }) =>
      thresholds.some((threshold) => compare(before, threshold) <= 0 && compare(after, threshold) > 0),
  },
};
