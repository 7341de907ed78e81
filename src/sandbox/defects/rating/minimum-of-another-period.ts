import { commitmentShare } from '../../rules/rating/commitment-share.ts';
import type { Defect } from '../defect.ts';

/** The end of the plan was taken for a day of the next period, and of that nothing was served. */
export const minimumOfAnotherPeriod: Defect = {
  name: 'minimum-of-another-period',
  row: 'RAT-03',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'critical',
  title: 'The minimum is not owed for the last period before a planned downgrade',
  rules: {
    commitmentShare: (question) => {
      const share = commitmentShare(question);
      const isEnding = question.endsOn !== null && question.endsOn >= question.whole.to;
      return isEnding ? { ...share, days: 0 } : share;
    },
  },
};
