import { calendarFloor, stepInterval } from '../../arithmetic/step-interval.ts';
import { nextPeriodEnd } from '../../rules/subscription/next-period-end.ts';
import type { Defect } from '../defect.ts';

const month = { unit: 'month', count: 1 } as const;

/** After the kind of flexprice/flexprice@f454ddda1: of periods by the calendar only those of one month had the right first end. */
export const firstCalendarQuarterEndsWithItsMonth: Defect = {
  name: 'first-calendar-quarter-ends-with-its-month',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title:
    'Who begins within a calendar quarter pays a quarter up to the end of his first month, and then another one',
  rules: {
    nextPeriodEnd: (question) => {
      const { anchor, from, interval, billing } = question;
      const end = nextPeriodEnd(question);
      const isOfMonths = interval.unit === 'month' && interval.count > 1 && billing === 'calendar';
      const isFirst = from < anchor && anchor < end;
      return isOfMonths && isFirst ? stepInterval(calendarFloor(anchor, month), month, 1) : end;
    },
  },
};
