import { nextAttemptDay } from '../../rules/payment/next-attempt-day.ts';
import type { Defect } from '../defect.ts';

export const attemptsCountedFromLast: Defect = {
  name: 'attempts-counted-from-last',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'late',
  severity: 'minor',
  title: 'The days to the next attempt are counted from the last one, not from the first',
  rules: {
    nextAttemptDay: (question) =>
      nextAttemptDay({
        ...question,
        declined: question.declined.map((each) => question.declined.at(-1) ?? each),
      }),
  },
};
