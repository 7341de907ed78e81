import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { AccountStep } from '../../model/billing/collection-calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { localDate } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import {
  addMoney,
  formatMoney,
  type Money,
  moneyAmount,
  negateMoney,
  parseMoney,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../../model/money.ts';
import type { Trail } from '../trail.ts';
import { expectedAllocation } from './expected-allocation.ts';

type Question = Extract<Calculation, { readonly kind: 'account' }>;

/** All that was ever charged, settled and credited; what is owed follows from it. */
interface Standing {
  readonly charged: readonly Money[];
  readonly settled: readonly Money[];
  readonly credit: Money;
  readonly moved: Money;
}

export function accountAnswer(
  question: Question,
  { paymentAllocation }: Pick<PolicyProfile, 'paymentAllocation'>,
  trail: Trail,
): CalculationAnswer {
  const isNewestFirst = paymentAllocation === 'newest-first';
  const none = zeroMoney(question.currency);
  let standing: Standing = { charged: [], settled: [], credit: none, moved: none };
  const steps = question.steps.map((step, index) => {
    standing = withCreditUsed(after({ ...standing, moved: none }, step, { question, isNewestFirst }));
    const dues = duesOf(standing);
    const account = subtractMoney(sumMoney(dues, question.currency), standing.credit);
    trail.note(`owed after step ${index + 1}, ${step.kind}`, formatMoney(account));
    return {
      dues: dues.map(moneyAmount),
      credit: moneyAmount(standing.credit),
      account: moneyAmount(account),
      moved: moneyAmount(standing.moved),
    };
  });
  return { kind: 'account', steps };
}

function after(
  standing: Standing,
  step: AccountStep,
  { question, isNewestFirst }: { readonly question: Question; readonly isNewestFirst: boolean },
): Standing {
  const money = (text: string) => parseMoney(text, question.currency);
  if (step.kind === 'invoice')
    return {
      ...standing,
      charged: [...standing.charged, money(step.amount)],
      settled: [...standing.settled, zeroMoney(question.currency)],
    };
  if (step.kind === 'credit') return { ...standing, credit: addMoney(standing.credit, money(step.amount)) };
  if (step.kind === 'refund') {
    const back = negateMoney(money(step.amount));
    const isOwed = question.refunds === 'reopen-invoice';
    return {
      ...(isOwed ? settling(standing, knownPlace(standing, step.invoice), back) : standing),
      moved: back,
    };
  }
  const all = [...standing.charged.keys()];
  const inOrder = isNewestFirst ? all.toReversed() : all;
  const places = step.invoice === null ? inOrder : [knownPlace(standing, step.invoice)];
  const wanted = sumMoney(
    places.map((place) => dueAt(standing, place)),
    question.currency,
  );
  const sum = step.amount === null ? wanted : money(step.amount);
  return { ...spread(standing, places, sum), moved: sum };
}

/** Pays the invoices at these places in their order; what they do not need is credit. */
function spread(standing: Standing, places: readonly number[], sum: Money): Standing {
  const debts = places.map((place) => ({
    name: String(place),
    issueDate: localDate('2000-01-01'),
    due: dueAt(standing, place),
  }));
  const { shares, surplus } = expectedAllocation(sum, debts, 'as-stated');
  const paid = shares.reduce((now, { name, amount }) => settling(now, Number(name), amount), standing);
  return { ...paid, credit: addMoney(paid.credit, surplus) };
}

function withCreditUsed(standing: Standing): Standing {
  const without = { ...standing, credit: zeroMoney(standing.credit.currency) };
  return spread(without, [...standing.charged.keys()], standing.credit);
}

function settling(standing: Standing, place: number, amount: Money): Standing {
  const settled = standing.settled.map((sum, index) => (index === place ? addMoney(sum, amount) : sum));
  return { ...standing, settled };
}

function duesOf(standing: Standing): readonly Money[] {
  return standing.charged.map((_charge, place) => dueAt(standing, place));
}

function dueAt({ charged, settled, credit }: Standing, place: number): Money {
  const none = zeroMoney(credit.currency);
  return subtractMoney(charged[place] ?? none, settled[place] ?? none);
}

function knownPlace(standing: Standing, place: number): number {
  if (place < standing.charged.length) return place;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found invoice ${place}, expected one of the ${standing.charged.length} so far.`,
    hint: 'Issue the invoice in a step before.',
  });
}
