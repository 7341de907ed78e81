import { finalisingDay } from '../../rules/invoicing/draft-days.ts';
import type { Defect } from '../defect.ts';

/** Days of review counted as those of a working week. The list has no row for it. */
export const draftWaitsFiveDaysAtMost: Defect = {
  name: 'draft-waits-five-days-at-most',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'A bill that is to wait for a week is final after five days',
  rules: {
    finalisingDay: ({ draftedOn, reviewDays }) =>
      finalisingDay({ draftedOn, reviewDays: reviewDays === null ? null : Math.min(reviewDays, 5) }),
  },
};
