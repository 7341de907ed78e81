import type { WalletStep, WalletStepAnswer } from '../../../../model/billing/credit-calculation.ts';
import { minorUnitDigits } from '../../../../model/currency.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { canonicalDecimal, decimalFrom, decimalParts } from '../../../../model/decimal.ts';
import { fractionOf, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText, roundedTo } from '../../../../oracle/arithmetic/rounding.ts';
import type { CaseReader, OpenCase, OpenStep } from '../../case-reader.ts';
import {
  type Claim,
  type DocumentQuestion,
  type Figure,
  figureOn,
  type WalletQuestion,
} from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { documentFigure } from '../document/document-figures.ts';
import { readDocuments } from '../fields/document-field.ts';

/** Prepaid credits: taken out, converted, or used on invoices one after the other. */
export const walletReader: CaseReader = {
  name: 'wallet',
  readsSteps: true,
  fits: (open) => open.given.has('wallet'),
  read(open) {
    const question = readWallet(open);
    const scenarios = question.steps.map((_, index) => ({ name: `invoice${index + 1}`, value: index }));
    const [only] = scenarios;
    // An invoice of lines shows what credits leave as its total, as Lago and FlexPrice do, unless it has a word of its own for it.
    const isLeft = !open.given.has('charges') && !open.expect.has('due');
    const figure = (index: number, key: string) =>
      stepFigure(question, index, isLeft && key === 'total' ? 'due' : key);
    const isNamed = open.expect.has('invoice1');
    const named =
      scenarios.length === 1 && only !== undefined && !isNamed ? [{ ...only, name: null }] : scenarios;
    return [...numberedBalances(open, question), ...claimsFor(open.expect, named, figure)];
  },
};

function readWallet(open: OpenCase): WalletQuestion {
  const { given } = open;
  const wallet = given.object('wallet');
  const currency = given.text('currency');
  const rate = wallet.decimalOr('rate', '1');
  const steps = open.steps.map((step) => readStep(open, step, currency));
  const isMoney = steps.some(({ kind }) => kind === 'invoice');
  const credits = wallet.decimalOr('credits', null) ?? wallet.decimalOr('balance', '0');
  if (isMoney && canonicalDecimal(rate) !== '1')
    throw new Inexpressible('a wallet whose balance is money at another rate than 1');
  return { kind: 'wallet', currency, rate, credits, steps };
}

function readStep(open: OpenCase, step: OpenStep, currency: string): WalletStep {
  const { verb } = step;
  if (/^(void|expire|remove)/.test(verb))
    return { kind: 'take', credits: creditsOf(open, step, ['voidCredits', 'credits']) };
  if (/^(top|recharge|purchase|buy|add|grant)/.test(verb)) {
    const keys = ['topUpCredits', 'paidCredits', 'addCredits', 'grantedCredits', 'credits'];
    // Credits that are given away are no price of anything, and need not be worth whole minor units.
    const isGiven = /^(add|grant)/.test(verb);
    const credits = creditsOf(open, step, keys);
    return isGiven ? { kind: 'add', credits: takenIn(credits) } : { kind: 'buy', credits };
  }
  if (/^(invoice|bill|finalise|finalize|rate)/.test(verb)) return invoiceOfLines(open);
  if (verb.startsWith('convert')) return { kind: 'convert', amount: convertedAmount(open, currency) };
  const place = /^one (?:event|unit) on the (first|second|third|fourth|fifth) charge$/.exec(verb)?.[1];
  if (place === undefined) throw new Inexpressible(`the step "${verb}" of a wallet`);
  return invoiceOf(open, places.indexOf(place));
}

/** Stated with the step, or where the case has only one, beside the wallet. */
function creditsOf({ given }: OpenCase, { verb, more }: OpenStep, keys: readonly string[]): Decimal {
  if (more.has('credits')) return more.decimal('credits');
  const key = keys.find((name) => given.has(name));
  if (key === undefined) throw new Inexpressible(`the step "${verb}" without credits`);
  return given.decimal(key);
}

/** Credits have five decimals: what comes in is rounded to them, where what is taken out is cut. */
function takenIn(credits: Decimal): Decimal {
  return plainText(roundedTo(fractionOf(credits), 5, 'half-up'));
}

const places: readonly string[] = ['first', 'second', 'third', 'fourth', 'fifth'];

function convertedAmount({ given }: OpenCase, currency: string): Decimal {
  if (given.has('amount')) return given.decimal('amount');
  const { digits, scale } = decimalParts(given.decimal('amountMinor'));
  return decimalFrom(digits, scale + minorUnitDigits(currency));
}

/** The lines that the case states, all on one invoice. */
function invoiceOfLines(open: OpenCase): WalletStep {
  const [document, ...others] = readDocuments(open, roundingPointOf(open, rulesOf(open)));
  if (document === undefined || others.length > 0 || open.steps.length > 1)
    throw new Inexpressible('a wallet that pays several invoices with lines of their own');
  const { kind: _kind, currency: _currency, ...invoice } = document.value;
  return { ...invoice, kind: 'invoice', eligible: null };
}

/** What one event costs under a charge, on an invoice of its own. */
function invoiceOf(open: OpenCase, place: number): WalletStep {
  const { given } = open;
  const charge = given.objects('charges')[place];
  if (charge === undefined) throw new Inexpressible(`an event on a charge that is not there`);
  const rates = given.has('taxes')
    ? given.objects('taxes').map((tax) => fractionOf(tax.decimal('ratePercent')))
    : [];
  const lines = [{ net: charge.decimal('unit'), taxPercent: plainText(total(rates)) }];
  const roundingPoint = roundingPointOf(open, rulesOf(open));
  return { kind: 'invoice', lines, discounts: [], roundingPoint, eligible: null };
}

function stepFigure(question: WalletQuestion, index: number, key: string): Figure | null {
  const document = documentOf(question, index);
  if (document !== null && ['fees', 'subtotal', 'tax', 'taxes', 'discount', 'net'].includes(key))
    return documentFigure(document, key, '');
  const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
  if (pick === undefined) return null;
  const currency = /redit/.test(key) && question.steps[index]?.kind !== 'invoice' ? null : question.currency;
  return figureOn(question, currency, ({ steps }) => {
    const step = steps[index];
    return step === undefined ? null : pick(step);
  });
}

/** The same invoice before any credit. */
function documentOf({ currency, steps }: WalletQuestion, index: number): DocumentQuestion | null {
  const step = steps[index];
  if (step?.kind !== 'invoice') return null;
  const { lines, discounts, roundingPoint } = step;
  return { kind: 'document', currency, lines, discounts, roundingPoint };
}

function usedOf({ invoice, amount, credits }: WalletStepAnswer): string | null {
  return invoice === null ? credits : amount;
}

const picks: Readonly<Record<string, (step: WalletStepAnswer) => string | null>> = {
  transactionAmount: ({ amount }) => amount,
  transactionCredits: ({ credits }) => credits,
  amount: ({ amount }) => amount,
  credits: usedOf,
  // One of a list of them.
  credit: usedOf,
  creditsBalance: ({ creditsLeft }) => creditsLeft,
  balance: ({ balanceLeft }) => balanceLeft,
  gross: ({ invoice }) => invoice?.total ?? null,
  total: ({ invoice }) => invoice?.total ?? null,
  due: ({ invoice }) => invoice?.due ?? null,
};

/** "balance2" is what the wallet holds after the second step. */
function numberedBalances(open: OpenCase, question: WalletQuestion): readonly Claim[] {
  return open.expect.keys.flatMap((key) => {
    const place = Number(/^balance([1-9]\d?)$/.exec(key)?.[1] ?? '0');
    const figure = place === 0 ? null : stepFigure(question, place - 1, 'balance');
    if (figure === null) return [];
    return [{ name: `expect.${key}`, expected: open.expect.decimal(key), ...figure }];
  });
}
