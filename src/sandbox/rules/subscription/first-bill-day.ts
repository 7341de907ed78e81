import type { LocalDate } from '../../../model/date.ts';
import { addDays } from '../../../model/date.ts';
import { calendarFloor, stepInterval } from '../../arithmetic/step-interval.ts';

export interface BillDayQuestion {
  /** The day of the month, from 1 to 31. */
  readonly day: number;
  /** The first day on which it may be. */
  readonly from: LocalDate;
}

export interface BillDay {
  /** The first such day. */
  readonly start: LocalDate;
  /** The day from which periods are counted: a month that has the day, so that those after a short one have it again. */
  readonly anchor: LocalDate;
}

const month = { unit: 'month', count: 1 } as const;

/** The first such day from the given one on, which itself counts; in a month that is too short its last. */
export function firstBillDay({ day, from }: BillDayQuestion): BillDay {
  const floor = calendarFloor(from, month);
  const [here, next] = [dayOfMonth(floor, day), dayOfMonth(stepInterval(floor, month, 1), day)];
  const start = here >= from ? here : next;
  return { start, anchor: anchorBefore(start, day) };
}

function dayOfMonth(floor: LocalDate, day: number): LocalDate {
  const last = addDays(stepInterval(floor, month, 1), -1);
  const wanted = addDays(floor, day - 1);
  return wanted < last ? wanted : last;
}

/** No two months in a row are too short for a day. */
function anchorBefore(start: LocalDate, day: number): LocalDate {
  const floor = calendarFloor(start, month);
  return start === addDays(floor, day - 1) ? start : dayOfMonth(stepInterval(floor, month, -1), day);
}
