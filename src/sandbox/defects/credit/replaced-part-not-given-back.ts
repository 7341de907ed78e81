import { unusedPart } from '../../rules/rating/unused-part.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const replacedPartNotGivenBack: Defect = {
  name: 'replaced-part-not-given-back',
  row: 'SUB',
  family: 'SUB',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'critical',
  title: 'After a change within a period the old plan or number of seats stays billed beside the new one',
  rules: { unusedPart: (question) => (question.cause === 'change' ? null : unusedPart(question)) },
};
