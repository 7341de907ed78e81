import { addDays } from '../../../model/date.ts';
import type { Defect } from '../defect.ts';

/** The days of review were counted with the day of the draft. The list has no row for it. */
export const draftFinalADayEarly: Defect = {
  name: 'draft-final-a-day-early',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'A draft becomes final a day before its days are over',
  rules: {
    finalisingDay: ({ draftedOn, reviewDays }) =>
      reviewDays === null ? null : addDays(draftedOn, reviewDays - 1),
  },
};
