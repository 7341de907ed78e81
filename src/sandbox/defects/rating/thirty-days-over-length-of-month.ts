import { daysBetween } from '../../../model/date.ts';
import { prorationShare, type Share, type ShareQuestion } from '../../rules/rating/proration-share.ts';
import type { Defect } from '../defect.ts';

/** Quotes and invoices work it out alike. */
function ofDaysInMonth(question: ShareQuestion): Share {
  const share = prorationShare(question);
  const { used, whole, dayCount } = question;
  if (dayCount !== 'fixed-30' || used.from.slice(0, 7) !== used.to.slice(0, 7)) return share;
  return { ...share, ofDays: daysBetween(whole.from, whole.to) };
}

/** After the kind of killbill/killbill@07496c0dd1, where parts within one month met the correction to thirty days. */
export const thirtyDaysOverLengthOfMonth: Defect = {
  name: 'thirty-days-over-length-of-month',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'major',
  title: 'With months of thirty days, days within one month are divided by what the period really has',
  rules: { prorationShare: ofDaysInMonth, quotedShare: ofDaysInMonth },
};
