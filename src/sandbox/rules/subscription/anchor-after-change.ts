import type { Interval } from '../../../model/billing/catalog.ts';
import type { LocalDate } from '../../../model/date.ts';

export interface AnchorQuestion {
  /** The anchor of the plan before. */
  readonly anchor: LocalDate;
  /** The first day of the new plan. */
  readonly start: LocalDate;
  readonly before: Interval;
  readonly after: Interval;
}

/** Plans with one interval keep their periods over the change; another interval begins anew on the day. */
export function anchorAfterChange({ anchor, start, before, after }: AnchorQuestion): LocalDate {
  return before.unit === after.unit && before.count === after.count ? anchor : start;
}
