import { unusedPart } from '../../rules/rating/unused-part.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const firstDayNeverGivenBack: Defect = {
  name: 'first-day-never-given-back',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-credited',
  severity: 'major',
  title: 'A cancellation on the first day of a month that was paid gives nothing back',
  rules: {
    unusedPart: (question) =>
      question.cause === 'cancellation' && question.end === question.paid.from ? null : unusedPart(question),
  },
};
