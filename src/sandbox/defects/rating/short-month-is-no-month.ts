import { prorationShare, type Share, type ShareQuestion } from '../../rules/rating/proration-share.ts';
import type { Defect } from '../defect.ts';

/** By months of thirty days the end of a period was counted like any day, also where a short month ends it early. */
export const shortMonthIsNoMonth: Defect = {
  name: 'short-month-is-no-month',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'major',
  title: 'By months of thirty days a period from the 31st of January to the 28th of February is 27 days',
  rules: { prorationShare: toTheDay, quotedShare: toTheDay },
};

function toTheDay(question: ShareQuestion): Share {
  const share = prorationShare(question);
  const { used, whole, dayCount } = question;
  if (dayCount !== 'fixed-30' || used.to !== whole.to) return share;
  const short = Math.max(0, Number(whole.from.slice(8)) - Number(whole.to.slice(8)));
  return { ...share, days: Math.max(0, share.days - short) };
}
