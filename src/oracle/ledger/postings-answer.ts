import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type {
  PostedSide,
  PostingStep,
  PostingsAnswer,
  PostingsCalculation,
} from '../../model/billing/postings-calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import type { Decimal } from '../../model/decimal.ts';
import { HarnessFault, unreachable } from '../../model/fault.ts';
import {
  compare,
  type Fraction,
  fractionOf,
  isNegative,
  isZero,
  minus,
  negated,
  plus,
  smaller,
  whole,
} from '../arithmetic/fraction.ts';
import { fixedText, roundedTo } from '../arithmetic/rounding.ts';
import { openDocument, reckon } from '../document/document.ts';
import type { Trail } from '../trail.ts';

type Account = PostedSide['account'];

/** An account with what moves on it: debits above zero, credits below. */
type Move = readonly [account: Account, amount: Fraction];

/**
 * The books of one invoice. What the customer owes is a debit, what he was promised off is a loss, the price is earned, the tax
 * is another's; money that comes takes the place of what was owed. The moves of each step come to nothing together.
 */
export function postingsAnswer(
  question: PostingsCalculation,
  profile: PolicyProfile,
  trail: Trail,
): PostingsAnswer {
  const digits = minorUnitDigits(question.currency);
  const money = (value: Fraction) => roundedTo(value, digits, profile.roundingMode);
  const written = (moves: readonly Move[]) => moves.flatMap((move) => sideOf(move, digits));
  const document = reckon(openDocument({ ...question, kind: 'document' }), profile, trail);
  const [total, discount, subtotal, tax] = [
    document.total,
    document.discount,
    document.subtotal,
    document.tax,
  ].map(money) as [Fraction, Fraction, Fraction, Fraction];
  const invoice: readonly Move[] = [
    ['receivables', total],
    ['discounts', discount],
    ['revenue', negated(subtotal)],
    ['tax-payable', negated(tax)],
  ];
  let open: Open = { due: total, lost: whole(0) };
  const steps = question.steps.map((step) => {
    const moves = movesOf(step, open, (amount) => money(fractionOf(amount)));
    open = { due: after(open.due, 'receivables', moves), lost: after(open.lost, 'bad-debt', moves) };
    trail.note(`${step.kind}: still due`, open.due);
    return written(moves);
  });
  return { kind: 'postings', invoice: written(invoice), steps };
}

/** What the customer owes, and what nobody hopes for any more. */
interface Open {
  readonly due: Fraction;
  readonly lost: Fraction;
}

function after(before: Fraction, account: Account, moves: readonly Move[]): Fraction {
  return moves.reduce((sum, [moved, amount]) => (moved === account ? plus(sum, amount) : sum), before);
}

function movesOf(
  step: PostingStep,
  { due, lost }: Open,
  money: (amount: Decimal) => Fraction,
): readonly Move[] {
  switch (step.kind) {
    case 'payment': {
      const paid = step.amount === null ? due : money(step.amount);
      if (compare(paid, due) > 0) throw beyond(`a payment of ${step.amount}`);
      return [
        ['cash', paid],
        ['receivables', negated(paid)],
      ];
    }
    case 'refund': {
      const back = money(step.amount);
      return [
        ['receivables', back],
        ['cash', negated(back)],
      ];
    }
    case 'credit-note': {
      const [net, tax] = [money(step.net), money(step.tax)];
      const credited = plus(net, tax);
      const settled = smaller(due, credited);
      // What is not owed at all was never lost, either; only what he paid for is his.
      const found = smaller(lost, minus(credited, settled));
      return [
        ['revenue', net],
        ['tax-payable', tax],
        ['receivables', negated(settled)],
        ['bad-debt', negated(found)],
        ['customer-credit', negated(minus(minus(credited, settled), found))],
      ];
    }
    case 'write-off':
      return [
        ['bad-debt', due],
        ['receivables', negated(due)],
      ];
    default:
      return unreachable(step, 'posting step');
  }
}

function sideOf([account, amount]: Move, digits: number): readonly PostedSide[] {
  if (isZero(amount)) return [];
  return isNegative(amount)
    ? [{ account, side: 'credit', amount: fixedText(negated(amount), digits) }]
    : [{ account, side: 'debit', amount: fixedText(amount, digits) }];
}

function beyond(found: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found ${found}, expected no more than is due.`,
    hint: 'What is paid beyond that is another question.',
  });
}
