import type { LocalDate } from '../../../model/date.ts';

export interface SaleQuestion {
  /** Since when the version is there that is in force on the day. */
  readonly versionFrom: LocalDate;
  /** Each day from which on the plan was taken off the list. */
  readonly withdrawnFrom: readonly LocalDate[];
  /** The first day of the order or of the change, whenever it was told. */
  readonly day: LocalDate;
}

/** A plan that was withdrawn is sold again once a later version of it is there. */
export function isSold({ versionFrom, withdrawnFrom, day }: SaleQuestion): boolean {
  return !withdrawnFrom.some((from) => versionFrom <= from && from <= day);
}
