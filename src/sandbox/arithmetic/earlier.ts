import type { LocalDate } from '../../model/date.ts';

export function earlier(left: LocalDate, right: LocalDate): LocalDate {
  if (left < right) return left;
  return right;
}

export function later(left: LocalDate, right: LocalDate): LocalDate {
  if (left > right) return left;
  return right;
}
