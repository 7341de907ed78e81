import type { LocalDate, Period } from '../../../model/date.ts';
import { later } from '../../arithmetic/earlier.ts';

export interface PricingQuestion {
  readonly whole: Period;
  readonly used: Period;
  /** The first day of the plan, whatever its quantity and pauses since. */
  readonly onPlanSince: LocalDate;
}

/** The day whose price list counts: a change of seats or a pause within a period never brings a newer price into it. */
export function pricingDay({ whole, onPlanSince }: PricingQuestion): LocalDate {
  return later(whole.from, onPlanSince);
}
