import { addDays } from '../../../model/date.ts';
import { trialEnd } from '../../rules/subscription/trial-end.ts';
import type { Defect } from '../defect.ts';

/** The first day was counted twice. The list has no row for it. */
export const trialADayShort: Defect = {
  name: 'trial-a-day-short',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'minor',
  title: 'The last day of a trial is charged',
  rules: { trialEnd: (trial) => addDays(trialEnd(trial), -1) },
};
