import { stepInterval } from '../../arithmetic/step-interval.ts';
import { trialEnd } from '../../rules/subscription/trial-end.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const thirtyDayTrialIsAMonth: Defect = {
  name: 'thirty-day-trial-is-a-month',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'A trial of thirty days is taken for a month',
  rules: {
    trialEnd: (trial) =>
      trial.trialDays === 30 ? stepInterval(trial.start, { unit: 'month', count: 1 }, 1) : trialEnd(trial),
  },
};
