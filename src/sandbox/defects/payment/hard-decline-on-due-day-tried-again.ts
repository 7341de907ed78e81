import { nextAttemptDay } from '../../rules/payment/next-attempt-day.ts';
import type { Defect } from '../defect.ts';

/** Which kind of decline it was, was looked at in one of two calendars only. The list has no row for it. */
export const hardDeclineOnDueDayTriedAgain: Defect = {
  name: 'hard-decline-on-due-day-tried-again',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A card that declined for good on the due day is asked again',
  rules: {
    nextAttemptDay: (question) =>
      nextAttemptDay(
        question.firstAttempt === 'issue-date'
          ? question
          : { ...question, declined: question.declined.map(({ date }) => ({ date, decline: 'soft' })) },
      ),
  },
};
