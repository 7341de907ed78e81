import type { LocalDate } from '../../../model/date.ts';

/** A subscription that the customer ordered before. */
export interface EarlierOrder {
  /** The day from which its periods were counted at first. */
  readonly anchor: LocalDate;
  readonly sharesBillDay: boolean;
}

export interface SharedDayQuestion {
  /** The day from which the new one would count by itself. */
  readonly own: LocalDate;
  /** In the order in which they were made. */
  readonly earlier: readonly EarlierOrder[];
}

/** Whoever was the first to share his bill day keeps it for all, also when he is gone. */
export function sharedAnchor({ own, earlier }: SharedDayQuestion): LocalDate {
  return earlier.find(({ sharesBillDay }) => sharesBillDay)?.anchor ?? own;
}
