import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { WalletStep, WalletStepAnswer } from '../../model/billing/credit-calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { canonicalDecimal, decimalFrom } from '../../model/decimal.ts';
import { unreachable } from '../../model/fault.ts';
import { moneyAmount, moneyOf } from '../../model/money.ts';
import { fractionFromDecimal, minus, plus, times } from '../arithmetic/fraction.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';
import { answerDocument, partsByLine } from './answer-document.ts';
import type { WalletHoldings } from './stored-wallet.ts';

type Question = Extract<Calculation, { readonly kind: 'wallet' }>;
type InvoiceStep = Extract<WalletStep, { readonly kind: 'invoice' }>;

interface Moved {
  readonly credits: bigint;
  readonly amount: bigint;
  readonly held: WalletHoldings;
  readonly invoice: WalletStepAnswer['invoice'];
}

/** One wallet through several steps, by the rules that move the wallets of customers. */
export function answerWallet(rules: Rules, question: Question): CalculationAnswer {
  const credits = rules.wholeCredits(fractionFromDecimal(question.credits));
  let held: WalletHoldings = { credits, amount: rules.creditValue(credits, question) };
  const steps = question.steps.map((step) => {
    const moved = move(rules, question, { step, held });
    held = moved.held;
    return shown(question, moved);
  });
  return { kind: 'wallet', steps };
}

function move(
  rules: Rules,
  question: Question,
  { step, held }: { readonly step: WalletStep; readonly held: WalletHoldings },
): Moved {
  switch (step.kind) {
    case 'convert': {
      const amount = rules.roundToMinor(fractionFromDecimal(step.amount), question.currency);
      return { amount, credits: rules.creditsFor(amount, question), held, invoice: null };
    }
    case 'buy': {
      // Money changes hands in whole minor units, and the buyer gets the credits that his money pays for.
      const asked = fractionFromDecimal(step.credits);
      const amount = rules.roundToMinor(times(asked, fractionFromDecimal(question.rate)), question.currency);
      const credits = rules.creditsBought(asked, amount, question);
      const more = { credits: held.credits + credits, amount: held.amount + amount };
      return { amount, credits, held: more, invoice: null };
    }
    case 'add': {
      const credits = rules.wholeCredits(fractionFromDecimal(step.credits));
      const amount = rules.creditValue(credits, question);
      const more = { credits: held.credits + credits, amount: held.amount + amount };
      return { amount, credits, held: more, invoice: null };
    }
    case 'take': {
      const credits = rules.wholeCredits(fractionFromDecimal(step.credits));
      if (credits > held.credits) refuse('steps', 'Found more credits taken than the wallet holds.');
      const amount = credits === held.credits ? held.amount : rules.creditValue(credits, question);
      return { amount, credits, held: less(held, { credits, amount }), invoice: null };
    }
    case 'invoice':
      return settle(rules, question, { step, held });
    default:
      return unreachable(step, 'step of a wallet');
  }
}

function settle(
  rules: Rules,
  question: Question,
  { step, held }: { readonly step: InvoiceStep; readonly held: WalletHoldings },
): Moved {
  const asked = { ...step, kind: 'document', currency: question.currency } as const;
  const document = answerDocument(rules, asked);
  if (document.kind !== 'document') throw new RangeError(`Found ${document.kind}, expected a document.`);
  const total = rules.roundToMinor(fractionFromDecimal(document.total), question.currency);
  const parts = partsByLine(rules, asked)
    .filter((_, index) => step.eligible === null || step.eligible.includes(index))
    .map(({ net, discount, tax }) => plus(minus(net, discount), tax));
  const amount = rules.walletUse({ available: held.amount, parts, due: total, currency: question.currency });
  const wanted = rules.creditsFor(amount, question);
  const credits = amount === held.amount || wanted > held.credits ? held.credits : wanted;
  const money = (minor: bigint) => moneyAmount(moneyOf(minor, question.currency));
  const invoice = { discount: document.discount, total: document.total, due: money(total - amount) };
  return { amount, credits, held: less(held, { credits, amount }), invoice };
}

function less(held: WalletHoldings, moved: WalletHoldings): WalletHoldings {
  return { credits: held.credits - moved.credits, amount: held.amount - moved.amount };
}

function shown({ currency }: Question, { amount, credits, held, invoice }: Moved): WalletStepAnswer {
  const money = (minor: bigint) => decimalFrom(minor, minorUnitDigits(currency));
  const count = (value: bigint) => canonicalDecimal(decimalFrom(value, 5));
  return {
    amount: money(amount),
    credits: count(credits),
    creditsLeft: count(held.credits),
    balanceLeft: money(held.amount),
    invoice,
  };
}
