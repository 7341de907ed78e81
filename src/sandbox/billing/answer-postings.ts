import type {
  PostedSide,
  PostingStep,
  PostingsAnswer,
  PostingsCalculation,
} from '../../model/billing/postings-calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import { unreachable } from '../../model/fault.ts';
import { fractionFromDecimal } from '../arithmetic/fraction.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';
import type { PostingLine } from '../rules/ledger/ledger-postings.ts';
import { answerDocument } from './answer-document.ts';

/** The postings of an invoice and of its steps, by the rules that write the books. */
export function answerPostings(rules: Rules, question: PostingsCalculation): PostingsAnswer {
  const { currency } = question;
  const minor = (amount: Decimal) => rules.roundToMinor(fractionFromDecimal(amount), currency);
  const shown = (lines: readonly PostingLine[]): readonly PostedSide[] =>
    lines.map(({ account, side, amountMinor }) => ({
      account,
      side,
      amount: decimalFrom(amountMinor, minorUnitDigits(currency)),
    }));
  const document = answerDocument(rules, { ...question, kind: 'document' });
  if (document.kind !== 'document') throw new RangeError(`Found ${document.kind}, expected a document.`);
  const total = minor(document.total);
  const invoice = rules.invoicePostings({
    subtotal: minor(document.subtotal),
    discount: minor(document.discount),
    tax: minor(document.tax),
    total,
  });
  let due = total;
  const steps = question.steps.map((step) => {
    const lines = linesOf(rules, step, { due, minor });
    due = dueAfter(step, { due, minor });
    return shown(lines);
  });
  return { kind: 'postings', invoice: shown(invoice), steps };
}

interface Open {
  readonly due: bigint;
  readonly minor: (amount: Decimal) => bigint;
}

function linesOf(rules: Rules, step: PostingStep, { due, minor }: Open): readonly PostingLine[] {
  switch (step.kind) {
    case 'payment': {
      const paid = step.amount === null ? due : minor(step.amount);
      if (paid > due) refuse('steps', `Found a payment of ${step.amount}, expected no more than is due.`);
      return rules.paymentPostings(paid);
    }
    case 'refund':
      return rules.refundPostings(minor(step.amount));
    case 'credit-note': {
      const [net, tax] = [minor(step.net), minor(step.tax)];
      const settled = net + tax < due ? net + tax : due;
      return rules.creditNotePostings({ net, tax, settled, toBalance: net + tax - settled });
    }
    case 'write-off':
      return rules.writeOffPostings(due);
    default:
      return unreachable(step, 'posting step');
  }
}

/** What the customer owes after the step, whatever the books say of it. */
function dueAfter(step: PostingStep, { due, minor }: Open): bigint {
  switch (step.kind) {
    case 'payment':
      return step.amount === null ? 0n : due - minor(step.amount);
    case 'refund':
      return due + minor(step.amount);
    case 'credit-note': {
      const left = due - minor(step.net) - minor(step.tax);
      return left > 0n ? left : 0n;
    }
    case 'write-off':
      return 0n;
    default:
      return unreachable(step, 'posting step');
  }
}
