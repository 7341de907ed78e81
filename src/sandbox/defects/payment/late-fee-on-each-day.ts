import type { Defect } from '../defect.ts';

export const lateFeeOnEachDay: Defect = {
  name: 'late-fee-on-each-day',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'over-billed',
  severity: 'critical',
  title: 'The fee of a level is charged on each of its days',
  rules: { isChargedForLateness: ({ to }) => to >= 0 },
};
