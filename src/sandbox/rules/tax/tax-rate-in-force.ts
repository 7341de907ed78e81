import type { TaxRate } from '../../../model/billing/customer.ts';
import type { TaxPlace } from '../../../model/billing/tax.ts';
import type { LocalDate } from '../../../model/date.ts';

export interface RateQuestion {
  readonly rates: readonly TaxRate[];
  readonly place: TaxPlace;
  readonly category: string | null;
  readonly date: LocalDate;
}

/** Of the rates that fit, the most specific one counts, and of equally specific ones the latest; null where none fits. */
export function taxRateInForce(question: RateQuestion): TaxRate | null {
  const fitting = question.rates.filter((rate) => fits(rate, question));
  return fitting.toSorted((a, b) => rank(b) - rank(a) || (a.from < b.from ? 1 : -1))[0] ?? null;
}

function fits(rate: TaxRate, { place, category, date }: RateQuestion): boolean {
  const { region = null, category: only = null } = rate;
  if (rate.country !== place.country || rate.from > date) return false;
  return (region === null || region === place.region) && (only === null || only === category);
}

/** What is sold weighs more than where: a book is a book in every state. */
function rank({ region = null, category = null }: TaxRate): number {
  return (category === null ? 0 : 2) + (region === null ? 0 : 1);
}
