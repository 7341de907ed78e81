import { commitmentShare } from '../../rules/rating/commitment-share.ts';
import type { Defect } from '../defect.ts';

/** The minimum was read from the plan and charged as it stood there. The list has no row for it. */
export const minimumNotProrated: Defect = {
  name: 'minimum-not-prorated',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'major',
  title: 'A period that is served in part owes the whole minimum',
  rules: { commitmentShare: (question) => commitmentShare({ ...question, habit: 'full' }) },
};
