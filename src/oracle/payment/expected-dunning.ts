import type { DunningLevel, DunningPolicy } from '../../model/billing/dunning.ts';
import { addDays, daysBetween, type LocalDate } from '../../model/date.ts';
import { compareMoney, type Money, moneyAmount, moneyOf, parseMoney, sumMoney } from '../../model/money.ts';
import { dividedBy, fractionOf, times, whole } from '../arithmetic/fraction.ts';
import { minorUnits, type RoundingMode } from '../arithmetic/rounding.ts';

/** What is still owed of one invoice on the day in question. */
export interface OwedInvoice {
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly due: Money;
}

/** From when on each level holds for an invoice that nobody pays: its first day, level by level. */
export function levelDays(
  invoice: Pick<OwedInvoice, 'issueDate' | 'dueDate'>,
  policy: DunningPolicy,
): readonly { readonly level: DunningLevel; readonly from: LocalDate }[] {
  const start = policy.ageFrom === 'issue-date' ? invoice.issueDate : invoice.dueDate;
  // Nobody is late on the last day to pay.
  return policy.levels.map((level) => ({ level, from: addDays(start, Math.max(1, level.afterDays)) }));
}

/** The level of somebody who owes these invoices on the day: the hardest one that began for any of them. */
export function expectedLevel(
  day: LocalDate,
  owed: readonly OwedInvoice[],
  policy: DunningPolicy,
): DunningLevel | null {
  const open = owed.filter(({ due }) => due.amountMinor > 0n);
  const currency = open[0]?.due.currency;
  if (currency === undefined) return null;
  const late = open.filter((invoice) => isLate(day, invoice, policy));
  const overdue = sumMoney(
    late.map(({ due }) => due),
    currency,
  );
  if (policy.threshold !== null && compareMoney(overdue, parseMoney(policy.threshold, currency)) < 0)
    return null;
  const begun = late.flatMap((invoice) => levelDays(invoice, policy)).filter(({ from }) => from <= day);
  const hardest = Math.max(-1, ...begun.map(({ level }) => policy.levels.indexOf(level)));
  return policy.levels[hardest] ?? null;
}

function isLate(day: LocalDate, invoice: OwedInvoice, policy: DunningPolicy): boolean {
  return day > (policy.ageFrom === 'issue-date' ? invoice.issueDate : invoice.dueDate);
}

/** Simple interest for whole days of a year of 365, rounded once. */
export function expectedInterest(
  principal: Money,
  percentPerYear: string,
  terms: { readonly from: LocalDate; readonly to: LocalDate; readonly rounding: RoundingMode },
): Money {
  const days = whole(Math.max(0, daysBetween(terms.from, terms.to)));
  const aYear = times(fractionOf(moneyAmount(principal)), fractionOf(percentPerYear));
  const interest = dividedBy(times(aYear, days), whole(36_500));
  return moneyOf(minorUnits(interest, principal.currency, terms.rounding), principal.currency);
}

/** On which days a payment method is charged for an invoice, when every attempt up to then was declined in that way. */
export function expectedAttempts(
  invoice: Pick<OwedInvoice, 'issueDate' | 'dueDate'>,
  policy: Pick<DunningPolicy, 'firstAttempt' | 'retryDays'>,
  end: 'succeeds' | 'declines-soft' | 'declines-hard',
): readonly LocalDate[] {
  const first = policy.firstAttempt === 'issue-date' ? invoice.issueDate : invoice.dueDate;
  const retries = end === 'declines-soft' ? policy.retryDays : [];
  return [0, ...retries].map((days) => addDays(first, days));
}
