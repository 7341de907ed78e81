import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { instant, type LocalDate } from '../../model/date.ts';
import {
  addMoney,
  type Money,
  moneyAmount,
  moneyOf,
  parseMoney,
  subtractMoney,
  zeroMoney,
} from '../../model/money.ts';
import type { ExpectedInvoice } from '../subscription/billing-history.ts';
import { newTrail } from '../trail.ts';
import { recognised } from './recognition.ts';

/** In which month what of the invoices is earned: each line over its own days, nothing before the month of its invoice. */
export function expectedRevenue(
  invoices: readonly ExpectedInvoice[],
  profile: PolicyProfile,
): ReadonlyMap<LocalDate, Money> {
  const months = new Map<LocalDate, Money>();
  for (const { issueDate, lines, currency } of invoices) {
    for (const line of lines) {
      const question = {
        kind: 'recognition',
        currency,
        amount: moneyAmount(subtractMoney(line.net, line.discount)),
        from: instant(`${line.period.from}T00:00:00Z`),
        to: instant(`${line.period.to}T00:00:00Z`),
        by: 'day',
        bookedOn: issueDate,
      } as const;
      for (const { month, revenue } of recognised(question, profile, newTrail()))
        months.set(month, addMoney(months.get(month) ?? zeroMoney(currency), parseMoney(revenue, currency)));
    }
  }
  return new Map([...months].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** What is invoiced and not earned yet when the month ends. */
export function expectedDeferred(
  invoices: readonly ExpectedInvoice[],
  month: LocalDate,
  profile: PolicyProfile,
): Money {
  const currency = invoices[0]?.currency ?? 'EUR';
  let deferred = moneyOf(0n, currency);
  for (const [earned, revenue] of expectedRevenue(invoices, profile))
    if (earned > month) deferred = addMoney(deferred, revenue);
  return deferred;
}
