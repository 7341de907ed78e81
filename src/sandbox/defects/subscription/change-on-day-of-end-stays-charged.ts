import { unusedPart } from '../../rules/rating/unused-part.ts';
import type { Defect } from '../defect.ts';

/** A state that was in force for no day was taken for one that nobody had paid for. */
export const changeOnDayOfEndStaysCharged: Defect = {
  name: 'change-on-day-of-end-stays-charged',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'What was changed on the day of the end stays charged until the end of the period',
  rules: {
    unusedPart: (question, habit) =>
      question.cause === 'cancellation' && question.end === question.paid.from
        ? null
        : unusedPart(question, habit),
  },
};
