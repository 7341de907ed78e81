import { localDate } from '../../../model/date.ts';
import { stepInterval } from '../../arithmetic/step-interval.ts';
import { nextPeriodEnd } from '../../rules/subscription/next-period-end.ts';
import type { Defect } from '../defect.ts';

const mendedOn = localDate('2026-02-01');

/** Contracts from before the mending kept the ends that the old logic had given them. */
export const oldSubscriptionsDriftOn: Defect = {
  name: 'old-subscriptions-drift-on',
  row: 'MIG-03',
  family: 'MIG',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'The drifting day of billing was mended for new subscriptions only',
  rules: {
    nextPeriodEnd: (question) =>
      question.billing === 'anniversary' && question.anchor < mendedOn
        ? stepInterval(question.from, question.interval, 1)
        : nextPeriodEnd(question),
  },
};
