import { addDays, type LocalDate } from '../../model/date.ts';
import type { OpenCase } from './case-reader.ts';
import { rulesOf } from './rules.ts';
import { isFrom } from './source-engine.ts';

/** The first day that is not billed any more. Lago bills the day of termination, others do not, unless the case says so. */
export function dayAfterEnd(open: OpenCase, end: LocalDate): LocalDate {
  const rules = rulesOf(open);
  const isBilled = rules.has('terminationDayBilled')
    ? rules.raw('terminationDayBilled') === true
    : isFrom(open, 'getlago');
  return addDays(end, isBilled ? 1 : 0);
}

/** Lago and FlexPrice name a period by its last day, others by the day after it. */
export function namesLastDay(open: OpenCase): boolean {
  return isFrom(open, 'getlago', 'flexprice');
}
