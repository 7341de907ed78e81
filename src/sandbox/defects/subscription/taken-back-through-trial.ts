import type { Defect } from '../defect.ts';

/** Kill Bill 1215 (037af234): the first day of the period was taken, though what is charged began within it. */
export const takenBackThroughTrial: Defect = {
  name: 'taken-back-through-trial',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'Who takes back the period after his trial is noted as if he had never had the trial',
  rules: { firstDayTakenBack: ({ used }) => used.from },
};
