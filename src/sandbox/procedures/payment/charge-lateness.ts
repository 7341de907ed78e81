import { daysBetween, type LocalDate } from '../../../model/date.ts';
import { moneyAmount, moneyOf } from '../../../model/money.ts';
import { later } from '../../arithmetic/earlier.ts';
import { fractionFromDecimal } from '../../arithmetic/fraction.ts';
import { untaxedDraft, untaxedLine } from '../../billing/untaxed-draft.ts';
import type { Lateness } from '../../engine/dunning-procedures.ts';
import type { Context } from '../../engine.ts';
import type { Debt } from '../../rules/payment/dunning-level.ts';
import { customerById } from '../../store/customers.ts';
import { insertLateCharge, interestChargedUntil, noteInterestCharged } from '../../store/dunning.ts';
import { todayOf } from '../../store/tenants.ts';
import { inCurrency } from './dun.ts';

/** An invoice of its own: paying what was overdue does not settle what being late cost. It is a compensation, without tax. */
export function chargeLateness(context: Context, { customerId, level, overdue }: Lateness): void {
  const { currency } = customerById(context, customerId);
  const today = todayOf(context.store, context.tenantId);
  const percent = level.interestPercent;
  const fee = inCurrency(context, level.fee, currency);
  const interest =
    percent === null
      ? 0n
      : overdue.reduce((sum, debt) => sum + interestOn(context, debt, { today, percent, currency }), 0n);
  const lines = [
    untaxedLine(`Reminder fee, ${level.name}`, fee),
    untaxedLine(`Interest for late payment, ${level.name}`, interest),
  ].filter(({ net }) => net > 0n);
  if (lines.length === 0) return;
  const draft = untaxedDraft(context, { customerId, currency, issueDate: today, lines });
  const invoiceId = context.procedures.issueInvoice(context, draft);
  insertLateCharge(context, customerId, {
    date: today,
    level: level.name,
    fee: moneyOf(fee, currency),
    interest: moneyOf(interest, currency),
    invoiceId,
  });
}

/** For the days since the due day, or since interest was charged last. */
function interestOn(
  context: Context,
  debt: Debt,
  terms: { readonly today: LocalDate; readonly percent: string; readonly currency: string },
): bigint {
  const { today, percent, currency } = terms;
  const charged = interestChargedUntil(context, debt.invoiceId);
  const from = charged === null ? debt.dueDate : later(charged, debt.dueDate);
  if (from >= today) return 0n;
  noteInterestCharged(context, debt.invoiceId, today);
  const interest = context.rules.lateInterest({
    principal: fractionFromDecimal(moneyAmount(moneyOf(debt.dueMinor, currency))),
    percentPerYear: percent,
    days: daysBetween(from, today),
  });
  return context.rules.roundToMinor(interest, currency);
}
