import type { CreditNoteRequest } from '../../../model/billing/credit-note.ts';
import { minorUnitDigits } from '../../../model/currency.ts';
import { displayMoney, moneyOf } from '../../../model/money.ts';
import { type Fraction, fractionOf, roundHalfUp, times, wholeNumber } from '../../arithmetic/fraction.ts';
import type { CreditNoteDraft, StoredCreditLine } from '../../billing/stored-credit-note.ts';
import { openAmounts, type StoredInvoice, type StoredLine } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { creditNotesFor } from '../../store/credit-notes.ts';
import { writtenOffOf } from '../../store/invoice-credits.ts';
import { invoiceById } from '../../store/invoices.ts';

export function draftCreditNote(context: Context, request: CreditNoteRequest): CreditNoteDraft {
  const invoice = invoiceById(context, request.invoiceId);
  if (invoice.voidedOn !== null) refuse('invoiceId', 'Found a void invoice, expected one in force.');
  const before = context.procedures.creditedBefore(context, invoice.id);
  const lines = partsOf(context, request, { invoice, before }).map((part) =>
    creditLine(context, { invoice, before, part }),
  );
  const total = (pick: (line: StoredCreditLine) => bigint) =>
    lines.reduce((sum, line) => sum + pick(line), 0n);
  const sums = { net: total(({ net }) => net), tax: total(({ tax }) => tax) };
  const sum = sums.net + sums.tax;
  refuseTooMuch(context, { invoice, before }, sum);
  const due = context.rules.amountDue(openAmounts(invoice));
  const writtenOff = writtenOffOf(context, invoice.id);
  const settled = context.rules.settledByNote({ total: sum, due, writtenOff });
  const { id: invoiceId, customerId, currency } = invoice;
  return { invoiceId, customerId, currency, lines, ...sums, total: sum, settled, toBalance: sum - settled };
}

/** Each line's price and tax that notes in force have credited. */
export function creditedBefore(context: Context, invoiceId: string): readonly StoredCreditLine[] {
  const sums = new Map<number, StoredCreditLine>();
  for (const part of creditNotesFor(context, invoiceId).flatMap(({ lines }) => lines)) {
    const known = sums.get(part.line) ?? { line: part.line, net: 0n, tax: 0n };
    sums.set(part.line, { line: part.line, net: known.net + part.net, tax: known.tax + part.tax });
  }
  return [...sums.values()];
}

interface Credited {
  readonly invoice: StoredInvoice;
  readonly before: readonly StoredCreditLine[];
}

interface Part {
  readonly line: number;
  readonly net: bigint;
}

function partsOf(context: Context, request: CreditNoteRequest, credited: Credited): readonly Part[] {
  const lefts = credited.invoice.lines.map((line, index) => leftOf(context, credited, { line, index }));
  if (request.part.kind === 'whole') {
    const rest = lefts.map((net, line) => ({ line, net })).filter(({ net }) => net !== 0n);
    return rest.length > 0 ? rest : refuse('part', 'Found nothing left to credit on the invoice.');
  }
  return request.part.lines.map(({ line, net }, index) => {
    const left = lefts[line];
    const field = `part.lines.${index}`;
    if (left === undefined) return refuse(field, `Found line ${line}, expected one of the invoice's lines.`);
    if (
      net.currency !== credited.invoice.currency ||
      net.amountMinor === 0n ||
      isBeyond(net.amountMinor, left)
    ) {
      const most = displayMoney(moneyOf(left, credited.invoice.currency));
      return refuse(
        field,
        `Found ${displayMoney(net)}, expected at most ${most}, which is left of the line.`,
      );
    }
    return { line, net: net.amountMinor };
  });
}

/** A part has the sign of its line and is not larger. */
function isBeyond(part: bigint, left: bigint): boolean {
  return left > 0n ? part < 0n || part > left : part > 0n || part < left;
}

function leftOf(
  context: Context,
  { invoice, before }: Credited,
  at: { readonly line: StoredLine; readonly index: number },
): bigint {
  const noted = before.find(({ line }) => line === at.index)?.net ?? 0n;
  const invoiced = at.line.net - at.line.discount;
  const givenBack = context.procedures.givenBackBefore(context, invoice.id, at.line);
  const left = context.rules.leftToCredit({ invoiced, credited: noted + givenBack });
  return invoiced > 0n && left < 0n ? 0n : left;
}

function creditLine(context: Context, of: Credited & { readonly part: Part }): StoredCreditLine {
  const { invoice, before, part } = of;
  const line = invoice.lines[part.line];
  if (line === undefined) return { ...part, tax: 0n };
  const known = before.find((each) => each.line === part.line) ?? { net: 0n, tax: 0n };
  const unit = 10n ** BigInt(minorUnitDigits(invoice.currency));
  const major = (minor: bigint): Fraction => fractionOf(minor, unit);
  const lineNet = line.net - line.discount;
  const exact = context.rules.creditedTax({
    lineNet: major(lineNet),
    lineTax: major(line.tax),
    credited: major(part.net),
  });
  const tax = context.rules.noteTax({
    exact,
    rounded: major(context.rules.roundToMinor(exact, invoice.currency)),
    left: major(line.tax - known.tax),
    isLast: known.net + part.net === lineNet,
  });
  return { ...part, tax: roundHalfUp(times(tax, wholeNumber(unit))) };
}

/** Lines that give something back make an invoice smaller than the sum of its charges. */
function refuseTooMuch(context: Context, { invoice, before }: Credited, total: bigint): void {
  const credited = before.reduce((sum, { net, tax }) => sum + net + tax, 0n);
  const left = context.rules.leftToCredit({ invoiced: invoice.total, credited });
  if (total > 0n && total <= left) return;
  const most = displayMoney(moneyOf(left, invoice.currency));
  refuse(
    'part',
    `Found a credit of ${displayMoney(moneyOf(total, invoice.currency))}, expected at most ${most}.`,
  );
}
