import { wholeNumber } from '../../arithmetic/fraction.ts';
import { isInterimDue } from '../../rules/invoicing/is-interim-due.ts';
import type { Defect } from '../defect.ts';

/** Thresholds were kept as integers. The list has no row for it. */
export const thresholdsInWholeMoney: Defect = {
  name: 'thresholds-in-whole-money',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'Usage is billed ahead of its end when it reaches the whole euros of a threshold',
  rules: {
    isInterimDue: ({ thresholds, ...usage }) =>
      isInterimDue({ thresholds: thresholds.map(({ over, under }) => wholeNumber(over / under)), ...usage }),
  },
};
