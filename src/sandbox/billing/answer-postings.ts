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
  let left: Left = { due: total, writtenOff: 0n };
  const steps = question.steps.map((step) => {
    const lines = linesOf(rules, step, { ...left, minor });
    left = leftAfter(step, { ...left, minor });
    return shown(lines);
  });
  return { kind: 'postings', invoice: shown(invoice), steps };
}

interface Left {
  readonly due: bigint;
  readonly writtenOff: bigint;
}

interface Open extends Left {
  readonly minor: (amount: Decimal) => bigint;
}

function linesOf(rules: Rules, step: PostingStep, open: Open): readonly PostingLine[] {
  const { due, writtenOff, minor } = open;
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
      const settled = rules.settledByNote({ total: net + tax, due, writtenOff });
      const note = { net, tax, settled, toBalance: net + tax - settled };
      return netted([
        ...rules.creditNotePostings(note),
        ...rules.writeOffPostings(-lossTakenBack(settled, due)),
      ]);
    }
    case 'write-off':
      return rules.writeOffPostings(due);
    default:
      return unreachable(step, 'posting step');
  }
}

/** Of what a note settles, the part beyond what is open was given up before. */
function lossTakenBack(settled: bigint, due: bigint): bigint {
  return settled > due ? settled - due : 0n;
}

/** One side for each account. */
function netted(lines: readonly PostingLine[]): readonly PostingLine[] {
  const sums = new Map<PostingLine['account'], bigint>();
  for (const { account, side, amountMinor } of lines)
    sums.set(account, (sums.get(account) ?? 0n) + (side === 'debit' ? amountMinor : -amountMinor));
  return [...sums].flatMap(([account, sum]): PostingLine[] => {
    if (sum === 0n) return [];
    return sum > 0n
      ? [{ account, side: 'debit', amountMinor: sum }]
      : [{ account, side: 'credit', amountMinor: -sum }];
  });
}

/** What the customer owes after the step, and what was given up, whatever the books say of it. */
function leftAfter(step: PostingStep, { due, writtenOff, minor }: Open): Left {
  switch (step.kind) {
    case 'payment':
      return { due: step.amount === null ? 0n : due - minor(step.amount), writtenOff };
    case 'refund':
      return { due: due + minor(step.amount), writtenOff };
    case 'credit-note': {
      const credited = minor(step.net) + minor(step.tax);
      const beyond = credited > due ? credited - due : 0n;
      const back = beyond < writtenOff ? beyond : writtenOff;
      return { due: credited < due ? due - credited : 0n, writtenOff: writtenOff - back };
    }
    case 'write-off':
      return { due: 0n, writtenOff: writtenOff + due };
    default:
      return unreachable(step, 'posting step');
  }
}
