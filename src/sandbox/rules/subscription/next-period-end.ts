import type { Interval } from '../../../model/billing/catalog.ts';
import type { LocalDate } from '../../../model/date.ts';
import { calendarFloor, stepInterval } from '../../arithmetic/step-interval.ts';

export interface PeriodQuestion {
  /** The day from which all anniversaries are counted. */
  readonly anchor: LocalDate;
  /** First day of the period whose end is asked for. */
  readonly from: LocalDate;
  /** How many whole periods lie between the anchor and `from`. */
  readonly index: number;
  readonly interval: Interval;
  readonly billing: 'anniversary' | 'calendar';
}

/** Anniversaries are counted from the anchor, never from a clamped day: 31 January, 28 February, 31 March. */
export function nextPeriodEnd(question: PeriodQuestion): LocalDate {
  if (question.billing === 'anniversary') {
    return stepInterval(question.anchor, question.interval, question.index + 1);
  }
  return stepInterval(calendarFloor(question.from, question.interval), question.interval, 1);
}
