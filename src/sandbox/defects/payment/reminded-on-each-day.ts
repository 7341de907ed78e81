import type { Defect } from '../defect.ts';

export const remindedOnEachDay: Defect = {
  name: 'reminded-on-each-day',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A reminder is sent on each day of a level',
  rules: { isReminded: ({ to }) => to >= 0 },
};
