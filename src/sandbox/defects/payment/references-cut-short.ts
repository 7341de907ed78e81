import type { Defect } from '../defect.ts';

/** otherworld-dev/Budget#276. */
export const referencesCutShort: Defect = {
  name: 'references-cut-short',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'critical',
  title: 'Two bookings of the bank whose references begin alike are one',
  rules: { bookingKey: ({ reference }) => reference.slice(0, 16) },
};
