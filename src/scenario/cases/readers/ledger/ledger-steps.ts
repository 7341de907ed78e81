import type { PostingStep } from '../../../../model/billing/postings-calculation.ts';
import { minorUnitDigits } from '../../../../model/currency.ts';
import { answer } from '../../../../oracle/answer.ts';
import { fractionOf, percentOf } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText, roundedTo } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import type { OpenCase, OpenStep } from '../../case-reader.ts';
import type { DocumentQuestion } from '../../claim.ts';
import { assumedHabits } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';

/** What follows the invoice; the step that issues it is the first. */
export function postingSteps(open: OpenCase, document: DocumentQuestion): readonly PostingStep[] {
  const [first, ...later] = open.steps;
  if (first === undefined || !/^(invoice|issue|post|bill|finalise|finalize)/.test(first.verb))
    throw new Inexpressible('postings that do not begin with the invoice');
  const isNote = ({ verb }: OpenStep) => /^(credit|issue (the )?credit note|create credit note)/.test(verb);
  const notes = open.given.has('notes') ? [...open.given.decimals('notes')] : [];
  if (later.filter(isNote).length < notes.length)
    throw new Inexpressible(`${notes.length} credit notes without a step for each`);
  const steps = later.map((step): PostingStep => {
    if (isNote(step)) return noteOf(open, document, { listed: notes.shift() ?? null, step });
    if (/^(pay|collect|receive|settle)/.test(step.verb))
      return { kind: 'payment', amount: step.more.decimalOr('amount', null) };
    if (step.verb.startsWith('refund')) return { kind: 'refund', amount: step.more.decimal('amount') };
    if (step.verb.startsWith('write off')) return { kind: 'write-off' };
    throw new Inexpressible(`the step "${step.verb}" in the books`);
  });
  return steps;
}

/** A note over a part of the net amount, with the tax of that part: only where all lines have one rate. */
function noteOf(
  open: OpenCase,
  document: DocumentQuestion,
  { listed, step: { more } }: { readonly listed: string | null; readonly step: OpenStep },
): PostingStep {
  const key = ['net', 'amount'].find((name) => more.has(name));
  const net = listed ?? (key === undefined ? null : more.decimal(key));
  const rates = new Set(document.lines.map(({ taxPercent }) => taxPercent));
  const [rate = '0'] = rates;
  if (rates.size > 1 || document.discounts.length > 0)
    throw new Inexpressible('a credit note in the books over lines of several rates or with a discount');
  if (net === null) return wholeNote(open, document);
  const tax = percentOf(fractionOf(net), fractionOf(rate));
  const digits = minorUnitDigits(document.currency);
  return {
    kind: 'credit-note',
    net,
    tax: plainText(roundedTo(tax, digits, assumedHabits(open).roundingMode)),
  };
}

/** Without an amount it takes back the whole invoice. */
function wholeNote(open: OpenCase, document: DocumentQuestion): PostingStep {
  const found = answer(document, { ...referenceProfile, ...assumedHabits(open) }).answer;
  if (found.kind !== 'document') throw new Inexpressible('an invoice that cannot be reckoned');
  return { kind: 'credit-note', net: found.subtotal, tax: found.tax };
}
