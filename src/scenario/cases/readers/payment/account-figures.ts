import type { AccountStep } from '../../../../model/billing/collection-calculation.ts';
import { fractionOf, negated, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { type AccountQuestion, type Claim, type Figure, figureOn } from '../../claim.ts';
import { decimalOf, type Fields } from '../../fields.ts';

type AccountStepAnswer = Parameters<Parameters<typeof figureOn<AccountQuestion>>[2]>[0]['steps'][number];

/** An account with its invoices, and a place in it for each step of the case. */
export interface ReadAccount {
  readonly question: AccountQuestion;
  /** The step of the account after which each step of the case is done. */
  readonly places: readonly number[];
}

export function accountOf(currency: string, steps: readonly AccountStep[]): ReadAccount {
  return {
    question: { kind: 'account', currency, refunds: 'reopen-invoice', steps },
    places: [...steps.keys()],
  };
}

const ordinals = ['afterFirst', 'afterSecond', 'afterThird', 'afterFourth', 'afterFifth', 'afterSixth'];

export function ordinalPlace({ places }: ReadAccount, key: string): number | null {
  return places[ordinals.indexOf(key)] ?? null;
}

/** A list with a figure after each step of the case. */
export function stepClaims(expect: Fields, key: string, account: ReadAccount): readonly Claim[] {
  const { places, question } = account;
  const figures = expect.peek(key);
  if (!Array.isArray(figures) || figures.length !== places.length) return [];
  const isOnly = question.steps.filter(({ kind }) => kind === 'invoice').length === 1;
  const figureAt = listFigures(account, isOnly)[key];
  if (figureAt === undefined) return [];
  return expect.decimals(key).map((expected, index) => ({
    name: `${expect.path}.${key}[${index}]`,
    expected,
    ...figureAt(places[index] ?? 0),
  }));
}

function listFigures(
  account: ReadAccount,
  isOnly: boolean,
): Readonly<Record<string, (place: number) => Figure>> {
  const due = (place: number) => dueFigure(account, { place, invoice: 0 });
  const owed = (place: number) => stepFigure(account, place, (step) => step.account);
  return {
    ...(isOnly ? { invoiceBalances: due, dues: due } : {}),
    balances: isOnly ? due : owed,
    accountBalances: owed,
    accounts: owed,
    accountCredits: (place) => stepFigure(account, place, ({ credit }) => credit),
    payments: (place) => stepFigure(account, place, ({ moved }) => moved),
    refunded: (place) => refundedUntil(account, place),
  };
}

/** All that went back so far. */
function refundedUntil({ question }: ReadAccount, place: number): Figure {
  const refunds = [...question.steps.entries()].filter(([at, { kind }]) => kind === 'refund' && at <= place);
  return figureOn(question, question.currency, ({ steps }) =>
    plainText(negated(total(refunds.map(([at]) => fractionOf(steps[at]?.moved ?? '0'))))),
  );
}

export interface Place {
  readonly account: ReadAccount;
  readonly place: number;
}

export function claim(expect: Fields, key: string, { account, place }: Place): readonly Claim[] {
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

export function one(expect: Fields, key: string, figure: Figure): readonly Claim[] {
  const expected = decimalOf(expect.raw(key), `${expect.path}.${key}`);
  return [{ name: `${expect.path}.${key}`, expected, ...figure }];
}

export function dueFigure(
  account: ReadAccount,
  of: { readonly place: number; readonly invoice: number },
): Figure {
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
