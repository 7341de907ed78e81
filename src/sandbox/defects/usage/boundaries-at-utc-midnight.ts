import { usageWindow } from '../../rules/usage/usage-window.ts';
import type { Defect } from '../defect.ts';

/** Periods began at midnight in Greenwich for customers who live elsewhere. */
export const boundariesAtUtcMidnight: Defect = {
  name: 'boundaries-at-utc-midnight',
  row: 'SUB-08',
  family: 'SUB',
  stage: 'usage',
  effect: 'wrong-period',
  severity: 'major',
  title: "Periods begin at midnight UTC instead of the customer's midnight",
  rules: { usageWindow: (period) => usageWindow(period, 'UTC') },
};
