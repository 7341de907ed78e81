import { localDate } from '../../../model/date.ts';
import { sharedAnchor } from '../../rules/subscription/shared-anchor.ts';
import type { Defect } from '../defect.ts';

/** The shared day was kept as a number that every month has. The list has no row for it. */
export const sharedBillDayAtMost28th: Defect = {
  name: 'shared-bill-day-at-most-28th',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'What joins a bill day after the 28th is billed on the 28th',
  rules: {
    sharedAnchor: (question) => {
      const shared = sharedAnchor(question);
      const most = localDate(`${shared.slice(0, 8)}28`);
      return shared === question.own || shared < most ? shared : most;
    },
  },
};
