import type { LocalDate } from '../../../model/date.ts';

export interface AddOnQuestion {
  /** The day from which the periods of the base subscription are counted. */
  readonly baseAnchor: LocalDate;
  /** The first day of the add-on. */
  readonly start: LocalDate;
}

/** An add-on has no periods of its own: it is billed with its base, on the day that the base was sold for. */
export function addOnAnchor({ baseAnchor }: AddOnQuestion): LocalDate {
  return baseAnchor;
}
