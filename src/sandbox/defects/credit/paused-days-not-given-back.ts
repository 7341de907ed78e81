import { unusedPart } from '../../rules/rating/unused-part.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const pausedDaysNotGivenBack: Defect = {
  name: 'paused-days-not-given-back',
  row: 'SUB',
  family: 'SUB',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'critical',
  title: 'Days that were paid in advance and are paused stay billed, and are billed again at the resumption',
  rules: { unusedPart: (question) => (question.cause === 'pause' ? null : unusedPart(question)) },
};
