import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import { type CurrencyCode, minorUnitDigits } from '../../model/currency.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import {
  compare,
  exactDecimal,
  type Fraction,
  fractionFromDecimal,
  fractionOf,
  minus,
  plus,
  sum,
  zero,
} from '../arithmetic/fraction.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';
import { answerDocument } from './answer-document.ts';

type Question = Extract<Calculation, { readonly kind: 'credit-notes' }>;

/** What one line of the invoice was charged, and what of it earlier notes took. */
interface LineState {
  readonly net: Fraction;
  readonly tax: Fraction;
  creditedNet: Fraction;
  creditedTax: Fraction;
}

interface InvoiceState {
  readonly lines: readonly LineState[];
  readonly net: Fraction;
  readonly tax: Fraction;
  creditedNet: Fraction;
  creditedTax: Fraction;
}

/** An invoice, and the notes that credit it one after the other. */
export function answerCreditNotes(rules: Rules, question: Question): CalculationAnswer {
  const invoice = answerDocument(rules, { ...question, kind: 'document', discounts: [] });
  if (invoice.kind !== 'document') throw new RangeError(`Found ${invoice.kind}, expected a document.`);
  const lines = invoice.lines.map((line, index) => stateOf(question, { line, index }));
  const state: InvoiceState = {
    lines,
    net: sum(lines.map(({ net }) => net)),
    tax: fractionFromDecimal(invoice.tax),
    creditedNet: zero,
    creditedTax: zero,
  };
  const notes = question.notes.map((parts) => noteOn(rules, question, { state, parts }));
  const shown = (amount: Fraction) => show(rules, question, amount);
  return {
    kind: 'credit-notes',
    invoiceTax: invoice.tax,
    invoiceTotal: invoice.total,
    notes: notes.map(({ net, tax }) => ({ net: shown(net), tax: shown(tax), total: shown(plus(net, tax)) })),
    sum: shown(sum(notes.flatMap(({ net, tax }) => [net, tax]))),
  };
}

function stateOf(
  question: Question,
  at: { readonly line: { readonly net: Decimal; readonly tax: Decimal }; readonly index: number },
): LineState {
  const asked = question.lines[at.index];
  const isExact = question.roundingPoint !== 'line' && asked !== undefined;
  const net = fractionFromDecimal(isExact ? asked.net : at.line.net);
  const percent = fractionFromDecimal(asked?.taxPercent ?? '0');
  const exactTax = fractionOf(net.over * percent.over, net.under * percent.under * 100n);
  const tax = isExact ? exactTax : fractionFromDecimal(at.line.tax);
  return { net, tax, creditedNet: zero, creditedTax: zero };
}

interface Note {
  readonly net: Fraction;
  readonly tax: Fraction;
}

function noteOn(
  rules: Rules,
  question: Question,
  of: { readonly state: InvoiceState; readonly parts: Question['notes'][number] },
): Note {
  const { state } = of;
  const parts = of.parts.map((part) => creditPart(rules, question, { ...part, state }));
  const net = sum(parts.map((part) => part.net));
  const byLine = sum(parts.map((part) => part.tax));
  state.creditedNet = plus(state.creditedNet, net);
  const tax =
    question.roundingPoint === 'invoice'
      ? rules.noteTax({
          exact: byLine,
          rounded: inCurrency(rules, question.currency, byLine),
          left: minus(state.tax, state.creditedTax),
          isLast: compare(state.creditedNet, state.net) === 0,
        })
      : byLine;
  state.creditedTax = plus(state.creditedTax, tax);
  return { net, tax };
}

/** The tax of one part: rounded with what is left of its line, exact where only the note as a whole is rounded. */
function creditPart(
  rules: Rules,
  question: Question,
  part: { readonly line: number; readonly net: Decimal; readonly state: InvoiceState },
): Note {
  const line = part.state.lines[part.line];
  if (line === undefined)
    return refuse('notes', `Found line ${part.line}, expected one of the document's lines.`);
  const net = fractionFromDecimal(part.net);
  line.creditedNet = plus(line.creditedNet, net);
  if (compare(line.creditedNet, line.net) > 0)
    refuse('notes', 'Found more credited than the line was charged.');
  const exact = rules.creditedTax({ lineNet: line.net, lineTax: line.tax, credited: net });
  if (question.roundingPoint !== 'line') return { net, tax: exact };
  const tax = rules.noteTax({
    exact,
    rounded: inCurrency(rules, question.currency, exact),
    left: minus(line.tax, line.creditedTax),
    isLast: compare(line.creditedNet, line.net) === 0,
  });
  line.creditedTax = plus(line.creditedTax, tax);
  return { net, tax };
}

function inCurrency(rules: Rules, currency: CurrencyCode, amount: Fraction): Fraction {
  return fractionOf(rules.roundToMinor(amount, currency), 10n ** BigInt(minorUnitDigits(currency)));
}

function show(rules: Rules, question: Question, amount: Fraction): Decimal {
  const digits = minorUnitDigits(question.currency);
  const rounded = decimalFrom(rules.roundToMinor(amount, question.currency), digits);
  return question.roundingPoint === 'none' ? (exactDecimal(amount, digits) ?? rounded) : rounded;
}
