import type { LocalDate } from '../../../model/date.ts';
import type { EarnedMonth } from './earned-by-month.ts';

/** What was earned before its invoice was made is booked in the month of the invoice: earlier ones were reported already. */
export function earnedWhenBooked(
  months: readonly EarnedMonth[],
  bookedOn: LocalDate | null,
): readonly EarnedMonth[] {
  if (bookedOn === null) return months;
  const booked = `${bookedOn.slice(0, 7)}-01` as LocalDate;
  const late = months.filter(({ month }) => month <= booked);
  const later = months.filter(({ month }) => month > booked);
  if (late.length === 0) return later;
  return [
    { month: booked, amountMinor: late.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) },
    ...later,
  ];
}
