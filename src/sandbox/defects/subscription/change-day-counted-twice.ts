import { prorationShare, type Share } from '../../rules/rating/proration-share.ts';
import type { Defect } from '../defect.ts';

/** Days were counted up to and with the last one, whose day the next part counts, too. The list has no row for it. */
export const changeDayCountedTwice: Defect = {
  name: 'change-day-counted-twice',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'Both ends of a part of a period are counted, so the day of change is in both parts',
  rules: {
    prorationShare: (question) => withLastDay(prorationShare(question)),
    quotedShare: (question) => withLastDay(prorationShare(question)),
  },
};

function withLastDay(share: Share): Share {
  return share.days < share.ofDays ? { ...share, days: share.days + 1 } : share;
}
