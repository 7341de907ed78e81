import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import type { LocalDate } from '../model/date.ts';
import type { Decimal } from '../model/decimal.ts';
import { HarnessFault } from '../model/fault.ts';
import { type Money, moneyOf } from '../model/money.ts';
import type { BillingHistory, ExpectedInvoice, ExpectedLine } from './billing-history.ts';
import { type Reckoned, reckon } from './document.ts';
import { dueLines } from './due-lines.ts';
import { type Fraction, zero } from './fraction.ts';
import { minorUnits, plainText } from './rounding.ts';
import type { DueLine } from './service.ts';
import { stintsOf } from './stints.ts';
import { newTrail } from './trail.ts';

/**
 * The invoices that a customer must have received by the history's last day, in order of issue: one for each day on which
 * anything of his became due. A credit for unused days stands on the invoice of the day from which they are unused.
 */
export function expectedInvoices(
  history: BillingHistory,
  profile: PolicyProfile,
): readonly ExpectedInvoice[] {
  refuseCreditNotes(profile);
  const byDay = new Map<LocalDate, DueLine[]>();
  for (const due of allDueLines(history, profile)) {
    const sameDay = byDay.get(due.dueOn) ?? [];
    sameDay.push(due);
    byDay.set(due.dueOn, sameDay);
  }
  return [...byDay.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([issueDate, due]) => invoiceOf({ issueDate, due }, history, profile));
}

/** The tax rate in force on a day: the latest that began, 0 before the first. */
export function taxPercentOn(history: BillingHistory, date: LocalDate): Decimal {
  let found: BillingHistory['taxRates'][number] | undefined;
  for (const rate of history.taxRates) {
    if (rate.from > date) continue;
    if (found === undefined || rate.from > found.from) found = rate;
  }
  return found?.ratePercent ?? '0';
}

function allDueLines(history: BillingHistory, profile: PolicyProfile): readonly DueLine[] {
  return history.subscriptions.flatMap((subscription) =>
    stintsOf(subscription, history.plans, profile).flatMap((stint) => dueLines(stint, history, profile)),
  );
}

function invoiceOf(
  day: { readonly issueDate: LocalDate; readonly due: readonly DueLine[] },
  history: BillingHistory,
  profile: PolicyProfile,
): ExpectedInvoice {
  const { issueDate, due } = day;
  const taxPercent = taxPercentOn(history, issueDate);
  const trail = newTrail();
  const reckoned = reckon(
    {
      currency: history.currency,
      lines: due.map(({ amount }) => ({ net: amount, taxPercent })),
      discounts: history.discounts
        .filter(({ from }) => from <= issueDate)
        .map(({ percent }) => ({ kind: 'percent', percent, lines: null })),
      roundingPoint: profile.roundingPoint,
    },
    profile,
    trail,
  );
  const money = (value: Fraction): Money =>
    moneyOf(minorUnits(value, history.currency, profile.roundingMode), history.currency);
  return {
    issueDate,
    currency: history.currency,
    lines: due.map((line, index) => lineOf({ line, index, reckoned }, money)),
    subtotal: money(reckoned.subtotal),
    discount: money(reckoned.discount),
    tax: money(reckoned.tax),
    total: money(reckoned.total),
    trail: trail.steps,
  };
}

function lineOf(
  at: { readonly line: DueLine; readonly index: number; readonly reckoned: Reckoned },
  money: (value: Fraction) => Money,
): ExpectedLine {
  const { line, index, reckoned } = at;
  const figures = reckoned.lines[index] ?? { net: zero, discount: zero, tax: zero };
  const step = { text: 'exact amount, before rounding', value: plainText(line.amount) };
  return {
    ...line.line,
    net: money(figures.net),
    discount: money(figures.discount),
    tax: money(figures.tax),
    trail: [...line.trail, step],
  };
}

function refuseCreditNotes(profile: PolicyProfile): void {
  if (profile.prorationCredit !== 'credit-note') return;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: 'Found a target that credits by credit note, expected credits as lines of an invoice.',
    hint: 'Exclude checks of whole invoice schedules with credits for this target by its profile.',
  });
}
