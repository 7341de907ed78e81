import type { Invoice, InvoiceLine } from '../model/billing/invoice.ts';
import { equalMoney, type Money, moneyOf, negateMoney, zeroMoney } from '../model/money.ts';
import { showLine, showLines } from './invoice-line-text.ts';
import type { World } from './world.ts';

/** One line that an invoice must have. What is null is not asserted. */
export interface ExpectedLine {
  /** As the author sees it: the row of the table. */
  readonly name: string;
  /** Whether the line is the right one, whatever it costs. */
  readonly isFor: (line: InvoiceLine) => boolean;
  readonly net: Money | null;
  readonly tax: Money | null;
}

export interface LinesExpectation {
  readonly invoice: Invoice;
  readonly customer: string;
  readonly lines: readonly ExpectedLine[];
  /** Whether a line that nobody expected is wrong. */
  readonly exact: boolean;
}

/**
 * Holds an invoice's lines against the expected ones. Each line is used up by the row that it fits, so that two equal rows
 * need two lines; a line of the right kind with another amount is a wrong amount, and one too many or too few is money too.
 */
export function expectLines(world: World, expectation: LinesExpectation): void {
  const unused = [...expectation.invoice.lines];
  const open: ExpectedLine[] = [];
  for (const expected of expectation.lines) {
    if (take(unused, (line) => expected.isFor(line) && hasAmounts(expected, line)) === null)
      open.push(expected);
  }
  for (const expected of open) {
    const line = take(unused, expected.isFor);
    if (line === null) reportMissing(world, expectation, expected);
    else reportAmounts(world, expectation, { expected, line });
  }
  if (expectation.exact) for (const line of unused) reportExtra(world, expectation, line);
  const isAsked = [expectation.exact, expectation.lines.length > 0].includes(true);
  world.expectThat(isAsked, 'Found no line to look for.');
}

function take(unused: InvoiceLine[], fits: (line: InvoiceLine) => boolean): InvoiceLine | null {
  const index = unused.findIndex(fits);
  return index < 0 ? null : (unused.splice(index, 1)[0] ?? null);
}

function hasAmounts(expected: ExpectedLine, line: InvoiceLine): boolean {
  return (
    (expected.net === null || equalMoney(expected.net, line.net)) &&
    (expected.tax === null || equalMoney(expected.tax, line.tax))
  );
}

function reportAmounts(
  world: World,
  expectation: LinesExpectation,
  pair: { readonly expected: ExpectedLine; readonly line: InvoiceLine },
): void {
  const { expected, line } = pair;
  const explanation = `The line "${expected.name}" has another amount. ${showLines(expectation.invoice)}`;
  for (const [measure, wanted, found] of [
    ['line net', expected.net, line.net],
    ['line tax', expected.tax, line.tax],
  ] as const) {
    if (wanted !== null) expectAmount(world, expectation, { measure, wanted, found, explanation });
  }
}

function reportMissing(world: World, expectation: LinesExpectation, expected: ExpectedLine): void {
  const explanation = `The invoice has no line "${expected.name}". ${showLines(expectation.invoice)}`;
  if (expected.net === null || expected.net.amountMinor === 0n) {
    world.expectThat(false, explanation);
    return;
  }
  const found = zeroMoney(expected.net.currency);
  expectAmount(world, expectation, { measure: 'line net', wanted: expected.net, found, explanation });
}

function reportExtra(world: World, expectation: LinesExpectation, line: InvoiceLine): void {
  const explanation = `Nobody expected this line: ${showLine(line)}. ${showLines(expectation.invoice)}`;
  if (line.net.amountMinor === 0n) {
    world.expectThat(false, explanation);
    return;
  }
  const wanted = moneyOf(0n, line.net.currency);
  expectAmount(world, expectation, { measure: 'line net', wanted, found: line.net, explanation });
}

/** A line below zero gives money back: it is told as a credit, in positive amounts, where less harms the customer. */
function expectAmount(
  world: World,
  { invoice, customer }: LinesExpectation,
  amount: {
    readonly measure: string;
    readonly wanted: Money;
    readonly found: Money;
    readonly explanation: string;
  },
): void {
  const { measure, wanted, found, explanation } = amount;
  const isCredit = wanted.amountMinor < 0n || (wanted.amountMinor === 0n && found.amountMinor < 0n);
  world.expectMoney({
    measure: isCredit ? `${measure} given back` : measure,
    expected: isCredit ? negateMoney(wanted) : wanted,
    actual: isCredit ? negateMoney(found) : found,
    nature: isCredit ? 'credit' : 'charge',
    customer,
    invoice: invoice.number,
    explanation,
  });
}
