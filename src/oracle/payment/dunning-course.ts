import type { DunningLevel, DunningPolicy, LateCharge, Reminder } from '../../model/billing/dunning.ts';
import type { LocalDate } from '../../model/date.ts';
import { type Money, moneyOf, parseMoney, sumMoney } from '../../model/money.ts';
import type { RoundingMode } from '../arithmetic/rounding.ts';
import { expectedInterest, expectedLevel, levelDays, type OwedInvoice } from './expected-dunning.ts';

/** How far a customer has been dunned. */
export interface DunningCourse {
  readonly level: DunningLevel | null;
  readonly reminders: readonly Reminder[];
  readonly charges: readonly Omit<LateCharge, 'invoiceId'>[];
  /** Up to which day interest was charged, by invoice. */
  readonly interestTo: ReadonlyMap<string, LocalDate>;
}

export const neverDunned: DunningCourse = {
  level: null,
  reminders: [],
  charges: [],
  interestTo: new Map(),
};

export interface DayOfDunning {
  readonly day: LocalDate;
  /** What is open of invoices for service; what being late cost is not among them. */
  readonly owed: readonly (OwedInvoice & { readonly id: string })[];
  readonly policy: DunningPolicy;
  readonly rounding: RoundingMode;
}

/** Who comes to a harder level is told of it and charged for it, once; who comes to a softer one hears nothing. */
export function dunnedOn(before: DunningCourse, at: DayOfDunning): DunningCourse {
  const { day, owed, policy } = at;
  const level = expectedLevel(day, owed, policy);
  const rank = (of: DunningLevel | null) => (of === null ? -1 : policy.levels.indexOf(of));
  if (level === null || rank(level) <= rank(before.level)) return { ...before, level };
  const late = owed.filter((debt) => debt.due.amountMinor > 0n && isLate(debt, at));
  const overdue = sumOf(late.map(({ due }) => due));
  const reminders = [...before.reminders, { date: day, level: level.name, overdue }];
  return { ...chargedFor(before, { ...at, level, late }), level, reminders };
}

function isLate(debt: OwedInvoice, { day, policy }: DayOfDunning): boolean {
  const first = levelDays(debt, {
    ...policy,
    levels: policy.levels.map((one) => ({ ...one, afterDays: 0 })),
  });
  return first.some(({ from }) => from <= day);
}

type Lateness = DayOfDunning & {
  readonly level: DunningLevel;
  readonly late: DayOfDunning['owed'];
};

/** The fee of the level, and interest on each debt for the days that nobody was charged for yet. */
function chargedFor(before: DunningCourse, lateness: Lateness): DunningCourse {
  const { day, level, late, rounding } = lateness;
  const currency = late[0]?.due.currency ?? 'EUR';
  const fee = level.fee === null ? moneyOf(0n, currency) : parseMoney(level.fee, currency);
  const interestTo = new Map(before.interestTo);
  const parts = late.map(({ id, due, dueDate }) => {
    if (level.interestPercent === null || dueDate >= day) return moneyOf(0n, currency);
    const from = interestTo.get(id) ?? dueDate;
    interestTo.set(id, day);
    return expectedInterest(due, level.interestPercent, { from, to: day, rounding });
  });
  const interest = sumOf([moneyOf(0n, currency), ...parts]);
  if (fee.amountMinor + interest.amountMinor <= 0n) return { ...before, interestTo };
  const charge = { date: day, level: level.name, fee, interest };
  return { ...before, interestTo, charges: [...before.charges, charge] };
}

function sumOf(amounts: readonly Money[]): Money {
  return sumMoney(amounts, amounts[0]?.currency ?? 'EUR');
}
