import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { DunningPolicy } from '../../model/billing/dunning.ts';
import { addDays, type LocalDate } from '../../model/date.ts';
import { compareMoney, moneyAmount, parseMoney, sumMoney, zeroMoney } from '../../model/money.ts';
import type { Trail } from '../trail.ts';
import { expectedAttempts, expectedLevel, type OwedInvoice } from './expected-dunning.ts';

type Question = Extract<Calculation, { readonly kind: 'dunning' }>;
type Owed = OwedInvoice & { readonly paidOn: LocalDate | null };
type Request = { readonly on: LocalDate; readonly amount: string };

export function dunningAnswer(question: Question, trail: Trail): CalculationAnswer {
  const { currency } = question;
  const owed = question.invoices.map(({ issueDate, amount, paidOn = null }) => ({
    paidOn,
    issueDate,
    dueDate: addDays(issueDate, question.termDays),
    due: parseMoney(amount, currency),
  }));
  const [first] = owed;
  const requests = requestsOf(question, owed);
  for (const { on, amount } of requests) trail.note(`request of ${on}`, `${currency} ${amount}`);
  return {
    kind: 'dunning',
    dueDates: owed.map(({ dueDate }) => dueDate),
    attempts: first === undefined ? [] : expectedAttempts(first, question, 'declines-soft'),
    days: question.days.map((day) => {
      const made = requests.filter(({ on }) => on <= day);
      return {
        level: expectedLevel(day, openOn(day, owed), policyOf(question))?.name ?? null,
        requests: made.length,
        requested: made.at(-1)?.amount ?? moneyAmount(zeroMoney(currency)),
      };
    }),
  };
}

/** Of all days looked at, those on which enough is overdue, as long as there are attempts, and never too close together. */
function requestsOf(question: Question, owed: readonly Owed[]): readonly Request[] {
  const { requests: campaign, currency, threshold } = question;
  if (campaign === null) return [];
  const least = threshold === null ? zeroMoney(currency) : parseMoney(threshold, currency);
  const made: Request[] = [];
  for (const on of question.days) {
    const late = openOn(on, owed).filter((invoice) => on > startOf(question, invoice));
    const overdue = sumMoney(
      late.map(({ due }) => due),
      currency,
    );
    const previous = made.at(-1);
    const isTooSoon = previous !== undefined && on <= addDays(previous.on, campaign.daysBetween);
    const isEnough = overdue.amountMinor > 0n && compareMoney(overdue, least) >= 0;
    if (isEnough && !isTooSoon && made.length < campaign.attemptsMax)
      made.push({ on, amount: moneyAmount(overdue) });
  }
  return made;
}

function openOn(day: LocalDate, owed: readonly Owed[]): readonly Owed[] {
  return owed.filter(({ issueDate, paidOn }) => issueDate <= day && (paidOn === null || day < paidOn));
}

function startOf({ ageFrom }: Question, invoice: OwedInvoice): LocalDate {
  return ageFrom === 'issue-date' ? invoice.issueDate : invoice.dueDate;
}

function policyOf(question: Question): DunningPolicy {
  const { firstAttempt, retryDays, ageFrom, threshold } = question;
  const plain = { suspends: false, fee: null, interestPercent: null };
  const levels = question.levels.map((level) => ({ ...level, ...plain }));
  return { firstAttempt, retryDays, ageFrom, threshold, levels };
}
