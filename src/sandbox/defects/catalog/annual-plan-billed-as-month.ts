import { prorationShare, type Share } from '../../rules/rating/proration-share.ts';
import type { Defect } from '../defect.ts';

/** The year was cut at the end of its first month. In the row's own case only a back-dated start did it. */
export const annualPlanBilledAsMonth: Defect = {
  name: 'annual-plan-billed-as-month',
  row: 'CAT-04',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'critical',
  title: 'A plan of a year is billed a twelfth of its price',
  rules: {
    prorationShare: (question) => monthOfYear(prorationShare(question)),
    quotedShare: (question) => monthOfYear(prorationShare(question)),
  },
};

function monthOfYear(share: Share): Share {
  const isWholeYear = share.ofDays > 360 && share.days === share.ofDays;
  return isWholeYear ? { days: 1, ofDays: 12 } : share;
}
