import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { LocalDate } from '../../model/date.ts';
import { moneyAmount, moneyOf, parseMoney } from '../../model/money.ts';
import type { Rules } from '../rules/index.ts';
import type { Debt } from '../rules/payment/dunning-level.ts';

type Question = Extract<Calculation, { readonly kind: 'dunning' }>;

export function answerDunning(rules: Rules, question: Question): CalculationAnswer {
  const debts = debtsOf(rules, question);
  return {
    kind: 'dunning',
    dueDates: debts.map(({ dueDate }) => dueDate),
    attempts: debts[0] === undefined ? [] : attemptsOf(rules, question, debts[0]),
    days: daysOf(rules, question, debts),
  };
}

function debtsOf(rules: Rules, { invoices, termDays, currency }: Question): readonly Debt[] {
  return invoices.map(({ issueDate, amount }, index) => ({
    invoiceId: String(index),
    issueDate,
    dueDate: rules.paymentDueDay({ issueDate, serviceFrom: null, termDays }),
    dueMinor: parseMoney(amount, currency).amountMinor,
    isLateCharge: false,
  }));
}

function attemptsOf(rules: Rules, question: Question, debt: Debt): readonly LocalDate[] {
  const { firstAttempt, retryDays } = question;
  const { issueDate, dueDate } = debt;
  const made: LocalDate[] = [];
  const nextDay = () => {
    const declined = made.map((date) => ({ date, decline: 'soft' }) as const);
    const today = made.at(-1) ?? issueDate;
    return rules.nextAttemptDay({ issueDate, dueDate, today, firstAttempt, retryDays, declined });
  };
  for (let day = nextDay(); day !== null && made.length <= retryDays.length; day = nextDay()) made.push(day);
  return made;
}

function isPaid({ invoices }: Question, index: number, today: LocalDate): boolean {
  const paidOn = invoices[index]?.paidOn;
  return paidOn !== undefined && paidOn <= today;
}

function daysOf(rules: Rules, question: Question, debts: readonly Debt[]) {
  const { currency, threshold, ageFrom, requests } = question;
  const thresholdMinor = threshold === null ? 0n : parseMoney(threshold, currency).amountMinor;
  const levels = question.levels.map((level) => ({
    ...level,
    suspends: false,
    fee: null,
    interestPercent: null,
  }));
  let made = { count: 0, lastOn: null as LocalDate | null, askedMinor: 0n };
  return question.days.map((today) => {
    const issued = debts.filter(
      (debt, index) => debt.issueDate <= today && !isPaid(question, index, today) && rules.isDunned(debt),
    );
    const overdue = issued.filter((debt) => rules.debtAge(debt, today, ageFrom) > 0);
    const overdueMinor = overdue.reduce((sum, { dueMinor }) => sum + dueMinor, 0n);
    const ageDays = Math.max(0, ...overdue.map((debt) => rules.debtAge(debt, today, ageFrom)));
    const level = rules.dunningLevel({ levels, ageDays, overdueMinor, thresholdMinor });
    const asked = { overdueMinor, thresholdMinor, requestsMade: made.count, lastOn: made.lastOn, today };
    if (requests !== null && rules.isRequestDue({ ...asked, ...requests }))
      made = { count: made.count + 1, lastOn: today, askedMinor: overdueMinor };
    return {
      level: level?.name ?? null,
      requests: made.count,
      requested: moneyAmount(moneyOf(made.askedMinor, currency)),
    };
  });
}
