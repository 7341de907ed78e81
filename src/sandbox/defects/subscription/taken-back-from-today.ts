import type { Defect } from '../defect.ts';

/** The end of the service was taken for that of the bill. */
export const takenBackFromToday: Defect = {
  name: 'taken-back-from-today',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'Who takes back the running period pays for its days up to the day on which he leaves',
  rules: { firstDayTakenBack: ({ today }) => today },
};
