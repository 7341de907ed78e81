import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { TaxTreatment } from '../../model/billing/tax.ts';
import { addDays, type LocalDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { BillingHistory, TaxFrom } from '../subscription/billing-history.ts';
import type { DueLine } from '../subscription/service.ts';

export interface DueTax {
  readonly ratePercent: Decimal;
  readonly treatment: TaxTreatment;
}

type Circumstances = NonNullable<BillingHistory['tax']>;

const union = new Set([
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU'],
  ...['IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
]);

/**
 * What a supply to the customer carries. Nothing where he is exempt, or owes it himself as a business in another member
 * state; else the rate of his place for such goods: goods weigh more than place, and the latest of equal ones counts.
 */
export function taxOn(
  history: Pick<BillingHistory, 'taxRates' | 'tax'>,
  supply: { readonly on: LocalDate; readonly category: string | null },
): DueTax {
  const who = history.tax;
  if (who?.customer.status === 'exempt') return { ratePercent: '0', treatment: 'exempt' };
  if (who !== undefined && owesItHimself(who)) return { ratePercent: '0', treatment: 'reverse-charge' };
  const region = who?.customer.region ?? null;
  for (const category of wanted(supply.category)) {
    for (const place of wanted(region)) {
      const rate = latest(history.taxRates, { category, place, on: supply.on });
      if (rate !== null) return { ratePercent: rate.ratePercent, treatment: 'taxed' };
    }
  }
  return { ratePercent: '0', treatment: 'no-tax' };
}

/** The day that picks the rate of a line: that of the document, or of the supply itself. */
export function taxDay(due: DueLine, issueDate: LocalDate, profile: PolicyProfile): LocalDate {
  if (profile.taxPoint !== 'supply-date') return issueDate;
  const { from, to } = due.line.period;
  return (due.fellDueOn ?? due.dueOn) > from ? addDays(to, -1) : from;
}

/** Its own rate first, then the one for all. */
function wanted(own: string | null): readonly (string | null)[] {
  return own === null ? [null] : [own, null];
}

function latest(
  rates: readonly TaxFrom[],
  of: { readonly category: string | null; readonly place: string | null; readonly on: LocalDate },
): TaxFrom | null {
  let found: TaxFrom | null = null;
  for (const rate of rates) {
    const isFor = (rate.category ?? null) === of.category && (rate.region ?? null) === of.place;
    if (isFor && rate.from <= of.on && (found === null || rate.from >= found.from)) found = rate;
  }
  return found;
}

function owesItHimself({ seller, customer }: Circumstances): boolean {
  const isAbroad = seller.country !== customer.country;
  const isWithin = union.has(seller.country) && union.has(customer.country);
  const prefix = customer.country === 'GR' ? 'EL' : customer.country;
  return isAbroad && isWithin && customer.vatId?.startsWith(prefix) === true;
}
