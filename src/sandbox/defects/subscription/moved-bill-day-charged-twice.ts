import { unusedPart } from '../../rules/rating/unused-part.ts';
import type { Defect } from '../defect.ts';

/** What was paid was given back for changes of plan, seats and service only. */
export const movedBillDayChargedTwice: Defect = {
  name: 'moved-bill-day-charged-twice',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'critical',
  title: 'The days that the old period and the new one share are charged twice',
  rules: { unusedPart: (question) => (question.cause === 'bill-day' ? null : unusedPart(question)) },
};
