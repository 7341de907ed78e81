import { dunningLevel } from '../../rules/payment/dunning-level.ts';
import type { Defect } from '../defect.ts';

export const dunningThresholdIgnored: Defect = {
  name: 'dunning-threshold-ignored',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'late',
  severity: 'minor',
  title: 'The threshold of dunning is not looked at',
  rules: { dunningLevel: (question) => dunningLevel({ ...question, thresholdMinor: 0n }) },
};
