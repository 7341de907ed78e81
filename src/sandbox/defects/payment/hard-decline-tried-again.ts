import { nextAttemptDay } from '../../rules/payment/next-attempt-day.ts';
import type { Defect } from '../defect.ts';

export const hardDeclineTriedAgain: Defect = {
  name: 'hard-decline-tried-again',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A card that was reported stolen is charged again by the calendar',
  rules: {
    nextAttemptDay: (question) => {
      const declined = question.declined.map(({ date }) => ({ date, decline: 'soft' }) as const);
      return nextAttemptDay({ ...question, declined });
    },
  },
};
