import type { Defect } from '../defect.ts';

export const declinedCardAskedAtEachEvent: Defect = {
  name: 'declined-card-asked-at-each-event',
  row: 'PAY-11',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A card that declined is charged again whenever anything happens',
  rules: { nextAttemptDay: ({ today }) => today },
};
