import { compare } from '../../arithmetic/fraction.ts';
import type { Defect } from '../defect.ts';

/** It was asked whether the threshold is passed, not whether it was passed just now. The list has no row for it. */
export const thresholdBilledEachTime: Defect = {
  name: 'threshold-billed-each-time',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'billed-twice',
  severity: 'major',
  title: 'Beyond a threshold each further event writes a bill',
  rules: {
    isInterimDue: ({ thresholds, after }) => thresholds.some((threshold) => compare(after, threshold) >= 0),
  },
};
