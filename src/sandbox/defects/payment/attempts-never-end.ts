import { nextAttemptDay } from '../../rules/payment/next-attempt-day.ts';
import type { Defect } from '../defect.ts';

export const attemptsNeverEnd: Defect = {
  name: 'attempts-never-end',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'minor',
  title: 'After the calendar of attempts is used up its last step is repeated for ever',
  rules: {
    nextAttemptDay: (question) => {
      const { declined, retryDays, today } = question;
      return declined.length > retryDays.length ? today : nextAttemptDay(question);
    },
  },
};
