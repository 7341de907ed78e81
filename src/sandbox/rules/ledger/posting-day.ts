import { addDays, type LocalDate } from '../../../model/date.ts';

/** A closed month stays as it was reported: what belongs there is posted on the first day that is still open. */
export function postingDay(wanted: LocalDate, closedTo: LocalDate | null): LocalDate {
  return closedTo === null || wanted > closedTo ? wanted : addDays(closedTo, 1);
}
