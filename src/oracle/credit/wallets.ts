import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { WalletStepAnswer } from '../../model/billing/credit-calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { type CurrencyCode, minorUnitDigits } from '../../model/currency.ts';
import { canonicalDecimal, type Decimal } from '../../model/decimal.ts';
import { HarnessFault } from '../../model/fault.ts';
import {
  compare,
  dividedBy,
  type Fraction,
  floor,
  fraction,
  fractionOf,
  isZero,
  minus,
  plus,
  smaller,
  times,
  total,
  whole,
  zero,
} from '../arithmetic/fraction.ts';
import { fixedText, roundedTo } from '../arithmetic/rounding.ts';
import { reckon } from '../document/document.ts';
import type { Trail } from '../trail.ts';

export type WalletQuestion = Extract<Calculation, { readonly kind: 'wallet' }>;
type Step = WalletQuestion['steps'][number];
type InvoiceStep = Extract<Step, { readonly kind: 'invoice' }>;

/** Credits are counted to five digits; what is beyond them was never bought. */
const creditDigits = 5;

/** A purse: credits, and the money they are worth, which is always in whole minor units. */
export interface Purse {
  readonly credits: Fraction;
  readonly money: Fraction;
}

interface Moved {
  readonly taken: Purse;
  readonly left: Purse;
  readonly invoice: WalletStepAnswer['invoice'];
}

/** What becomes of a wallet: a movement is worth whole minor units, and the last credits take the last money along. */
export function walletAnswer(
  question: WalletQuestion,
  profile: PolicyProfile,
  trail: Trail,
): CalculationAnswer {
  const desk: Desk = { question, profile, trail };
  const credits = cutCredits(fractionOf(question.credits));
  let purse: Purse = { credits, money: worth(credits, desk) };
  const steps: WalletStepAnswer[] = [];
  for (const [index, step] of question.steps.entries()) {
    const moved = movedBy(step, purse, desk);
    trail.note(`step ${index + 1}: money moved`, moved.taken.money);
    trail.note(`step ${index + 1}: money left`, moved.left.money);
    purse = moved.left;
    steps.push(stepAnswer(moved, question.currency));
  }
  return { kind: 'wallet', steps };
}

interface Desk {
  readonly question: WalletQuestion;
  readonly profile: PolicyProfile;
  readonly trail: Trail;
}

function movedBy(step: Step, purse: Purse, desk: Desk): Moved {
  if (step.kind === 'convert') {
    const money = inCurrency(fractionOf(step.amount), desk);
    const credits = cutCredits(dividedBy(money, fractionOf(desk.question.rate)));
    return { taken: { credits, money }, left: purse, invoice: null };
  }
  if (step.kind === 'invoice') return settled(step, purse, desk);
  if (step.kind === 'buy') return withMore(purse, bought(fractionOf(step.credits), desk));
  const credits = cutCredits(fractionOf(step.credits));
  if (step.kind === 'add') return withMore(purse, { credits, money: worth(credits, desk) });
  if (compare(credits, purse.credits) > 0) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found ${step.credits} credits taken, expected no more than the wallet holds.`,
      hint: 'A wallet is never negative.',
    });
  }
  const isAll = compare(credits, purse.credits) === 0;
  return without(purse, { credits, money: isAll ? purse.money : worth(credits, desk) });
}

/**
 * The wallet pays what it may pay, and stops at the first of three walls: its own money, the price with tax of the lines it is
 * meant for, and the invoice's total. Walls are in whole minor units before they are compared.
 */
function settled(step: InvoiceStep, purse: Purse, desk: Desk): Moved {
  const { currency } = desk.question;
  const open = {
    currency,
    lines: step.lines.map(({ net, taxPercent }) => ({ net: fractionOf(net), taxPercent })),
    discounts: step.discounts,
    roundingPoint: step.roundingPoint,
  };
  const invoice = reckon(open, desk.profile, desk.trail);
  const mine = invoice.lines.filter((_, index) => step.eligible?.includes(index) ?? true);
  const price = total(mine.map(({ net, discount, tax }) => plus(minus(net, discount), tax)));
  const sum = inCurrency(invoice.total, desk);
  const wall = smaller(smaller(purse.money, inCurrency(price, desk)), sum);
  const money = compare(wall, zero) > 0 ? wall : zero;
  const wanted = cutCredits(dividedBy(money, fractionOf(desk.question.rate)));
  const credits = isZero(minus(purse.money, money)) ? purse.credits : smaller(wanted, purse.credits);
  const moved = without(purse, { credits, money });
  const text = (value: Fraction): Decimal => fixedText(inCurrency(value, desk), minorUnitDigits(currency));
  const answer = { discount: text(invoice.discount), total: text(sum), due: text(minus(sum, money)) };
  return { ...moved, invoice: answer };
}

/** Nobody can pay a part of a minor unit: the price is rounded, and what it pays for is what was bought. */
function bought(asked: Fraction, desk: Desk): Purse {
  const money = worth(asked, desk);
  return { money, credits: cutCredits(dividedBy(money, fractionOf(desk.question.rate))) };
}

function withMore(purse: Purse, taken: Purse): Moved {
  const left = { credits: plus(purse.credits, taken.credits), money: plus(purse.money, taken.money) };
  return { taken, left, invoice: null };
}

function without(purse: Purse, taken: Purse): Moved {
  const left = { credits: minus(purse.credits, taken.credits), money: minus(purse.money, taken.money) };
  return { taken, left, invoice: null };
}

function worth(credits: Fraction, desk: Desk): Fraction {
  return inCurrency(times(credits, fractionOf(desk.question.rate)), desk);
}

function inCurrency(value: Fraction, { question, profile }: Desk): Fraction {
  return roundedTo(value, minorUnitDigits(question.currency), profile.roundingMode);
}

function cutCredits(credits: Fraction): Fraction {
  const unit = 10n ** BigInt(creditDigits);
  return fraction(floor(times(credits, whole(unit))), unit);
}

function stepAnswer({ taken, left, invoice }: Moved, currency: CurrencyCode): WalletStepAnswer {
  const money = (value: Fraction) => fixedText(value, minorUnitDigits(currency));
  const count = (value: Fraction) => canonicalDecimal(fixedText(value, creditDigits));
  return {
    amount: money(taken.money),
    credits: count(taken.credits),
    creditsLeft: count(left.credits),
    balanceLeft: money(left.money),
    invoice,
  };
}
