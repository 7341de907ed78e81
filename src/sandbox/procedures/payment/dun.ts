import type { DunningLevel, DunningPolicy } from '../../../model/billing/dunning.ts';
import type { CurrencyCode } from '../../../model/currency.ts';
import type { LocalDate } from '../../../model/date.ts';
import type { Decimal } from '../../../model/decimal.ts';
import { fractionFromDecimal } from '../../arithmetic/fraction.ts';
import { openAmounts } from '../../billing/stored-invoice.ts';
import type { DunningOccasion } from '../../engine/dunning-procedures.ts';
import type { Context } from '../../engine.ts';
import type { Debt } from '../../rules/payment/dunning-level.ts';
import { customerById } from '../../store/customers.ts';
import {
  dunningPolicyOf,
  insertReminder,
  lateChargesOf,
  saveStanding,
  standingOf,
} from '../../store/dunning.ts';
import { accountsOf } from '../../store/invoices.ts';
import { todayOf } from '../../store/tenants.ts';

export function dun(context: Context, { customerId }: DunningOccasion): void {
  const policy = dunningPolicyOf(context);
  if (policy === null) return;
  const { rules, procedures } = context;
  const today = todayOf(context.store, context.tenantId);
  const { currency } = customerById(context, customerId);
  const debts = procedures.debtsOf(context, customerId).filter(rules.isDunned);
  const overdue = debts.filter((debt) => rules.debtAge(debt, today, policy.ageFrom) > 0);
  const overdueMinor = overdue.reduce((sum, { dueMinor }) => sum + dueMinor, 0n);
  const level = rules.dunningLevel({
    levels: policy.levels,
    ageDays: oldest(context, overdue, { today, policy }),
    overdueMinor,
    thresholdMinor: inCurrency(context, policy.threshold, currency),
  });
  const before = standingOf(context, customerId).level;
  const step = { from: placeOf(policy, before), to: placeOf(policy, level?.name ?? null) };
  if (step.from !== step.to) procedures.setLevel(context, customerId, level);
  if (level === null) return;
  const reminder = { date: today, level: level.name, overdue: { currency, amountMinor: overdueMinor } };
  if (rules.isReminded(step)) insertReminder(context, customerId, reminder);
  if (rules.isChargedForLateness(step)) procedures.chargeLateness(context, { customerId, level, overdue });
}

/** A policy is for customers of all currencies, also of those that have no coin so small. */
export function inCurrency({ rules }: Context, amount: Decimal | null, currency: CurrencyCode): bigint {
  return amount === null ? 0n : rules.roundToMinor(fractionFromDecimal(amount), currency);
}

export function debtsOf(context: Context, customerId: string): readonly Debt[] {
  const late = new Set(lateChargesOf(context, customerId).map(({ invoiceId }) => invoiceId));
  return accountsOf(context, customerId).map((invoice) => ({
    invoiceId: invoice.id,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    dueMinor: context.rules.amountDue(openAmounts(invoice)),
    isLateCharge: late.has(invoice.id),
  }));
}

export function setLevel(context: Context, customerId: string, level: DunningLevel | null): void {
  saveStanding(context, customerId, { ...standingOf(context, customerId), level: level?.name ?? null });
  context.procedures.setAccess(context, customerId, level?.suspends ?? false);
}

export function setAccess(context: Context, customerId: string, isSuspended: boolean): void {
  saveStanding(context, customerId, { ...standingOf(context, customerId), isSuspended });
}

function oldest(
  context: Context,
  debts: readonly Debt[],
  of: { readonly today: LocalDate; readonly policy: DunningPolicy },
): number {
  return Math.max(0, ...debts.map((debt) => context.rules.debtAge(debt, of.today, of.policy.ageFrom)));
}

function placeOf(policy: DunningPolicy, name: string | null): number {
  return policy.levels.findIndex((level) => level.name === name);
}
