import type { AccountStep } from '../../../model/billing/collection-calculation.ts';
import type { Decimal } from '../../../model/decimal.ts';
import { answer } from '../../../oracle/answer.ts';
import { fractionOf, isZero } from '../../../oracle/arithmetic/fraction.ts';
import { referenceProfile } from '../../../oracle/reference-profile.ts';
import { acceptFurtherSteps, begins, type CaseReader, type OpenCase, type OpenStep } from '../case-reader.ts';
import { type AccountQuestion, type Claim, type Figure, figureOn } from '../claim.ts';
import { decimalOf, type Fields, isObject } from '../fields.ts';
import { acceptRules, rulesOf } from '../rules.ts';
import { Inexpressible } from '../unreadable.ts';
import { charged, credited, prorationOf } from './proration-figures.ts';

type AccountStepAnswer = Parameters<Parameters<typeof figureOn<AccountQuestion>>[2]>[0]['steps'][number];

/** An account with its invoices, and a place in it for each step of the case. */
interface ReadAccount {
  readonly question: AccountQuestion;
  /** The step of the account after which each step of the case is done. */
  readonly places: readonly number[];
}

/** What is owed after payments, credits and refunds. */
export const accountReader: CaseReader = {
  name: 'account',
  readsSteps: true,
  fits: ({ given, ...open }) =>
    isDecimalList(given.peek('invoices')) &&
    begins({ given, ...open }, 'collect', 'pay', 'receive', 'refund', 'credit', 'issue', 'charge'),
  read(open) {
    const account = readAccount(open);
    return open.expect.keys.flatMap((key) => {
      const place = ordinalPlace(account, key);
      if (place === null || !isObject(open.expect.peek(key)))
        return claim(open.expect, key, { account, place: account.question.steps.length - 1 });
      const nested = open.expect.object(key);
      return nested.keys.flatMap((inner) => claim(nested, inner, { account, place }));
    });
  },
};

/** A paid period that ends early, and money that goes back for it without a credit note. */
export const refundAfterCancelReader: CaseReader = {
  name: 'refund after cancelling',
  readsSteps: true,
  fits: (open) =>
    open.given.hasAll('amount', 'subscription') &&
    begins(open, 'cancel') &&
    open.steps.some(({ verb }) => verb.startsWith('refund')),
  read(open) {
    const { given, expect } = open;
    const currency = given.text('currency');
    acceptRules(rulesOf(open), { refund: ['reopens invoice'] });
    const [cancel, refund, ...others] = open.steps;
    if (cancel?.at == null || refund === undefined || others.length > 0)
      throw new Inexpressible('other steps than cancelling on a day and one refund');
    if (refund.more.has('adjust') && refund.more.raw('adjust') !== false)
      throw new Inexpressible('a refund that adjusts an invoice whose days were given back already');
    const subscription = given.object('subscription');
    const whole = { from: subscription.day('periodFrom'), to: subscription.day('periodTo') };
    const amount = given.decimal('amount');
    const unused = prorationOf(currency, amount, {
      whole,
      used: { from: cancel.at, to: whole.to },
      dayCount: 'actual',
    });
    const steps: readonly AccountStep[] = [
      { kind: 'invoice', amount },
      { kind: 'payment', invoice: 0, amount: null },
      { kind: 'credit', amount: amountOf(unused) },
      { kind: 'refund', invoice: 0, amount: refund.more.decimal('amount') },
    ];
    const account = accountOf(currency, steps);
    const last = { account, place: steps.length - 1 };
    return expect.keys.flatMap((key) => {
      if (key === 'repair') return one(expect, key, credited(unused, expect.decimal(key)));
      if (key === 'credit') return one(expect, key, charged(unused));
      return claim(expect, key, last);
    });
  },
};

/** A credit that is there before the invoice is collected. */
export const creditBeforeCollectionReader: CaseReader = {
  name: 'credit before collection',
  readsSteps: true,
  fits: (open) =>
    open.given.has('credit') &&
    (open.given.has('child') || typeof open.given.peek('invoice') === 'string') &&
    begins(open, 'credit'),
  read(open) {
    const { given, expect } = open;
    const [credit, collect, ...others] = open.steps;
    if (credit === undefined || collect === undefined || others.length > 0)
      throw new Inexpressible('other steps than a credit and the collection');
    acceptFurtherSteps(open, 'commit', 'collect', 'invoice');
    const steps: readonly AccountStep[] = [
      { kind: 'invoice', amount: given.decimal(given.has('child') ? 'child' : 'invoice') },
      { kind: 'credit', amount: given.decimal('credit') },
      { kind: 'payment', invoice: 0, amount: null },
    ];
    const account = accountOf(given.text('currency'), steps);
    return expect.keys.flatMap((key) => {
      if (/charged$/i.test(key)) return one(expect, key, dueFigure(account, { place: 1, invoice: 0 }));
      return claim(expect, key, { account, place: 2 });
    });
  },
};

function readAccount(open: OpenCase): ReadAccount {
  const amounts = open.given.decimals('invoices');
  acceptRules(rulesOf(open), { refund: ['reopens invoice'], allocation: ['oldest first'] });
  const steps: AccountStep[] = [];
  const places: number[] = [];
  let issued = 0;
  // Where nothing is collected, the invoices are there before money comes.
  if (!open.steps.some(({ verb }) => verb.startsWith('collect')))
    steps.push(...amounts.map((amount) => ({ kind: 'invoice', amount }) as const));
  for (const step of open.steps) {
    if (step.verb.startsWith('collect')) {
      const amount = amounts[issued];
      if (amount === undefined) throw new Inexpressible('more collections than invoices');
      steps.push({ kind: 'invoice', amount }, ...collectionOf(step, issued));
      issued += 1;
    } else if (step.verb.startsWith('write off')) {
      steps.push({ kind: 'credit', amount: writtenOff(step, steps, open.given.text('currency')) });
    } else steps.push(otherStep(step, steps));
    places.push(steps.length - 1);
  }
  const account = accountOf(open.given.text('currency'), steps).question;
  return { question: { ...account, refunds: refundHabit(open) }, places };
}

function collectionOf({ more }: OpenStep, invoice: number): readonly AccountStep[] {
  const amount = more.has('processed') ? more.decimal('processed') : null;
  return amount !== null && isZero(fractionOf(amount)) ? [] : [{ kind: 'payment', invoice, amount }];
}

function otherStep({ verb, more }: OpenStep, before: readonly AccountStep[]): AccountStep {
  const invoice = more.has('invoice') ? more.count('invoice') - 1 : null;
  const stated = more.decimalOr('amount', null);
  if (verb.startsWith('pay') || verb.startsWith('receive'))
    return { kind: 'payment', invoice, amount: stated };
  const amount = stated ?? onlyPayment(before, invoice);
  if (amount === null) throw new Inexpressible(`the step "${verb}" without an amount`);
  if (verb.startsWith('credit')) return { kind: 'credit', amount };
  // Money that a bank takes back is owed again as after a refund.
  if (/^(refund|chargeback|dispute)/.test(verb) && invoice !== null)
    return { kind: 'refund', invoice, amount };
  throw new Inexpressible(`the step "${verb}" on an account`);
}

/** What was paid for the invoice, where it was paid once. A bank takes a payment back as a whole. */
function onlyPayment(before: readonly AccountStep[], invoice: number | null): Decimal | null {
  const [payment, ...others] = before.filter((step) => step.kind === 'payment' && step.invoice === invoice);
  return payment?.kind === 'payment' && others.length === 0 ? payment.amount : null;
}

/** What a debt comes to when nobody will pay it; credit pays the oldest debt, which must be this one. */
function writtenOff({ more, verb }: OpenStep, steps: readonly AccountStep[], currency: string): Decimal {
  const invoice = more.has('invoice') ? more.count('invoice') - 1 : 0;
  const { question } = accountOf(currency, steps);
  const reckoned = answer(question, referenceProfile).answer;
  const dues = reckoned.kind === 'account' ? (reckoned.steps.at(-1)?.dues ?? []) : [];
  const due = dues[invoice];
  const isOldest = dues.slice(0, invoice).every((each) => isZero(fractionOf(each)));
  if (due === undefined || !isOldest) throw new Inexpressible(`the step "${verb}" of a later invoice`);
  return more.decimalOr('amount', due);
}

/** Refunds with a credit note leave nothing owed, all others do, unless the case says otherwise. */
function refundHabit({ steps }: OpenCase): AccountQuestion['refunds'] {
  const refunds = steps.filter(({ verb }) => /^(refund|chargeback|dispute)/.test(verb));
  const adjusted = refunds.filter(({ more }) => more.has('adjust') && more.raw('adjust') === true);
  if (adjusted.length === 0) return 'reopen-invoice';
  if (adjusted.length === refunds.length) return 'leave-invoice-paid';
  throw new Inexpressible('refunds with and without a credit note on one account');
}

function accountOf(currency: string, steps: readonly AccountStep[]): ReadAccount {
  return {
    question: { kind: 'account', currency, refunds: 'reopen-invoice', steps },
    places: [...steps.keys()],
  };
}

const ordinals = ['afterFirst', 'afterSecond', 'afterThird', 'afterFourth', 'afterFifth', 'afterSixth'];

function ordinalPlace({ places }: ReadAccount, key: string): number | null {
  return places[ordinals.indexOf(key)] ?? null;
}

interface Place {
  readonly account: ReadAccount;
  readonly place: number;
}

function claim(expect: Fields, key: string, { account, place }: Place): readonly Claim[] {
  const invoice = /^invoice(\d+)$/.exec(key)?.[1];
  if (invoice !== undefined)
    return one(expect, key, dueFigure(account, { place, invoice: Number(invoice) - 1 }));
  if (key === 'invoiceBalance') return one(expect, key, dueFigure(account, { place, invoice: 0 }));
  const picks: Readonly<Record<string, (step: AccountStepAnswer) => string>> = {
    account: (step) => step.account,
    accountBalance: (step) => step.account,
    accountCredit: (step) => step.credit,
    payment: (step) => step.moved,
  };
  const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
  if (pick === undefined) return [];
  return one(expect, key, stepFigure(account, place, pick));
}

function one(expect: Fields, key: string, figure: Figure): readonly Claim[] {
  const expected = decimalOf(expect.raw(key), `${expect.path}.${key}`);
  return [{ name: `${expect.path}.${key}`, expected, ...figure }];
}

function dueFigure(account: ReadAccount, of: { readonly place: number; readonly invoice: number }): Figure {
  return stepFigure(account, of.place, ({ dues }) => dues[of.invoice] ?? null);
}

function stepFigure(
  { question }: ReadAccount,
  place: number,
  pick: (step: AccountStepAnswer) => string | null,
): Figure {
  return figureOn(question, question.currency, ({ steps }) => {
    const step = steps[place];
    return step === undefined ? null : pick(step);
  });
}

/** What the unused days are worth, for the step that gives it as credit. */
function amountOf(question: ReturnType<typeof prorationOf>): Decimal {
  const reckoned = answer(question, referenceProfile).answer;
  if (reckoned.kind !== 'proration') throw new Inexpressible('a share that cannot be reckoned');
  return reckoned.amount;
}

function isDecimalList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string');
}
