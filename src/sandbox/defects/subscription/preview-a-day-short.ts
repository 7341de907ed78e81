import { prorationShare } from '../../rules/rating/proration-share.ts';
import type { Defect } from '../defect.ts';

/** The preview counted to the last day of the period where the change itself counts to the end of that day. */
export const previewADayShort: Defect = {
  name: 'preview-a-day-short',
  row: 'SUB-11',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'The preview of a share counts one day less than the invoice',
  rules: {
    quotedShare: (question) => {
      const share = prorationShare(question);
      return share.days < share.ofDays ? { ...share, days: Math.max(0, share.days - 1) } : share;
    },
  },
};
