import { debtAge } from '../../rules/payment/dunning-level.ts';
import type { Defect } from '../defect.ts';

export const lateOnTheLastDay: Defect = {
  name: 'late-on-the-last-day',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'Whoever pays on the last day is late already',
  rules: { debtAge: (debt, today, ageFrom) => debtAge(debt, today, ageFrom) + 1 },
};
