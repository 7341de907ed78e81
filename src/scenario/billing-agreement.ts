import type { Invoice, InvoiceLine } from '../model/billing/invoice.ts';
import type { CurrencyCode } from '../model/currency.ts';
import { addDays, type Period } from '../model/date.ts';
import { canonicalDecimal, type Decimal, decimalFrom, decimalParts } from '../model/decimal.ts';
import { addMoney, equalMoney, formatMoney, type Money, sumMoney, zeroMoney } from '../model/money.ts';
import { expectedInvoices } from '../oracle/invoicing/expected-invoices.ts';
import type { ExpectedInvoice, ExpectedLine } from '../oracle/subscription/billing-history.ts';
import type { CustomerHistory } from './drawn/customer-history.ts';
import { expectShares } from './drawn/share-agreement.ts';
import type { World } from './world.ts';

/**
 * Holds all that a customer was billed against the oracle, day by day: the total as money, then net, discount, tax and each
 * line. A day without an expected invoice must have none; how a day's lines are grouped into invoices is the target's own.
 */
export function expectBilling(world: World, history: CustomerHistory, invoices: readonly Invoice[]): void {
  const days = billedDays(world, history, invoices);
  for (const day of days) expectDay(world, history, day);
  const isCompared = days.some(({ expected }) => expected !== null);
  world.expectThat(isCompared, 'The history makes no invoice due, so nothing was compared.');
}

/** The same judgement of the totals alone and without a word: a difference is told of the whole history, not of each attempt. */
export function totalsAgree(world: World, history: CustomerHistory, invoices: readonly Invoice[]): boolean {
  const { currency } = history.billing;
  return billedDays(world, history, invoices).every(
    ({ expected, actual }) =>
      actual.every((invoice) => invoice.currency === currency) &&
      equalMoney(expected?.total ?? zeroMoney(currency), totalOf(actual, currency)),
  );
}

interface BilledDay {
  readonly day: string;
  readonly expected: ExpectedInvoice | null;
  readonly actual: readonly Invoice[];
}

function billedDays(
  world: World,
  history: CustomerHistory,
  invoices: readonly Invoice[],
): readonly BilledDay[] {
  const expected = expectedInvoices(history.billing, world.profile);
  const actual = invoices.filter(({ status }) => status === 'finalised');
  const days = new Set([...expected, ...actual].map(({ issueDate }) => issueDate));
  return [...days].sort().map((day) => ({
    day,
    expected: expected.find(({ issueDate }) => issueDate === day) ?? null,
    actual: actual.filter(({ issueDate }) => issueDate === day),
  }));
}

function totalOf(invoices: readonly Invoice[], currency: CurrencyCode): Money {
  const totals = invoices.map(({ total }) => total);
  return sumMoney(totals, currency);
}

function expectDay(world: World, history: CustomerHistory, billed: BilledDay): void {
  const { name, billing } = history;
  const { day, expected, actual } = billed;
  const { currency } = billing;
  const zero = zeroMoney(currency);
  const sum = (part: (invoice: Invoice) => Money) => sumMoney(actual.map(part), currency);
  if (actual.some((invoice) => invoice.currency !== currency)) {
    world.expectThat(false, `${name}, ${day}: found an invoice in another currency than ${currency}.`);
    return;
  }
  if (expected !== null) world.trail(`${name}, invoice of ${day}`, trailOf(expected));
  world.expectMoney({
    measure: 'invoice total',
    expected: expected?.total ?? zero,
    actual: totalOf(actual, currency),
    nature: (expected?.total ?? zero).amountMinor < 0n ? 'credit' : 'charge',
    customer: name,
    invoice: actual.map(({ number }) => number).join(', ') || day,
    explanation: `${name} on ${day}: ${explanation(expected, actual)}`,
  });
  const parts = ['subtotal', 'discount', 'tax'] as const;
  for (const part of parts) {
    const wanted = formatMoney(expected?.[part] ?? zero);
    world.expectEqual(`${name}, ${part} on ${day}`, wanted, formatMoney(sum((invoice) => invoice[part])));
  }
  expectShares(world, { name, day, billing, expected, actual });
  expectLines(world, history, billed);
}

function expectLines(world: World, history: CustomerHistory, { day, expected, actual }: BilledDay): void {
  const { name, billing, comparedLines = 'each' } = history;
  const wanted = expected?.lines ?? [];
  const found = actual.flatMap(({ lines }) => lines.filter(isService));
  const [wantedLines, foundLines] =
    comparedLines === 'each'
      ? [wanted.map(expectedLineText).sort(), found.map(lineText).sort()]
      : [netted(wanted, billing.currency), netted(found, billing.currency)];
  world.expectEqual(`${name}, lines on ${day}`, wantedLines, foundLines);
}

function explanation(expected: ExpectedInvoice | null, actual: readonly Invoice[]): string {
  if (expected === null) return 'nothing was due, and yet there is an invoice.';
  if (actual.length === 0) return 'this was due, and there is no invoice.';
  return `lines due were ${expected.lines.map(expectedLineText).join('; ')}.`;
}

function trailOf(invoice: ExpectedInvoice): ExpectedInvoice['trail'] {
  const lines = invoice.lines.flatMap((line) => [
    { text: `${line.plan} ${line.charge}, ${periodText(line.period)}`, value: formatMoney(line.net) },
    ...line.trail,
  ]);
  return [...lines, ...invoice.trail];
}

/** Discounts that a target shows as lines are judged by the invoice's discount. */
function isService(line: InvoiceLine): boolean {
  return line.kind !== 'discount';
}

function lineText(line: InvoiceLine): string {
  return textOf({ ...line, plan: line.plan ?? '', charge: line.charge ?? '' });
}

function expectedLineText(line: ExpectedLine): string {
  return textOf(line);
}

/** What each service costs in all for its days, without what was charged and given back at once. */
function netted(
  lines: readonly (Pick<InvoiceLine, 'plan' | 'charge' | 'net'> & { readonly period: Period | null })[],
  currency: string,
): readonly string[] {
  const groups = Map.groupBy(lines, ({ plan, charge, period }) => `${plan} ${charge}, ${periodText(period)}`);
  return [...groups]
    .map(([what, group]) => ({
      what,
      net: sumMoney(
        group.map(({ net }) => net),
        currency,
      ),
    }))
    .filter(({ net }) => net.amountMinor !== 0n)
    .map(({ what, net }) => `${what}: ${formatMoney(net)}`)
    .sort();
}

/** What a service costs; its quantity only where something is charged, because a credit may state it with either sign. */
function textOf(line: {
  readonly plan: string;
  readonly charge: string;
  readonly period: Period | null;
  readonly quantity: string;
  readonly net: Money;
}): string {
  const quantity = line.net.amountMinor < 0n ? '' : `, ${comparedQuantity(line.quantity)} units`;
  return `${line.plan} ${line.charge}, ${periodText(line.period)}${quantity}: ${formatMoney(line.net)}`;
}

const comparedPlaces = 9;

/** An average may have no last digit, and what came late of it is the difference of two: their twelfth places may differ by one. */
function comparedQuantity(quantity: string): Decimal {
  const { digits, scale } = decimalParts(quantity);
  if (scale <= comparedPlaces) return canonicalDecimal(quantity);
  const beyond = 10n ** BigInt(scale - comparedPlaces);
  const half = digits < 0n ? -beyond / 2n : beyond / 2n;
  return canonicalDecimal(decimalFrom((digits + half) / beyond, comparedPlaces));
}

function periodText(period: Period | null): string {
  return period === null ? 'no period' : `${period.from} to ${period.to}`;
}

/** What every invoice must hold by itself, whatever its amounts: its parts make up its total, and its total what is due. */
export function expectSound(world: World, customer: string, invoice: Invoice): void {
  const { currency, lines, number } = invoice;
  const services = lines.filter(isService);
  const rule = (name: string, wanted: Money, found: Money): void =>
    world.expectEqual(`${customer}, invoice ${number}: ${name}`, formatMoney(wanted), formatMoney(found));
  const negative = (money: Money): Money => ({ ...money, amountMinor: -money.amountMinor });
  rule(
    'lines make up the subtotal',
    sumMoney(
      services.map(({ net }) => net),
      currency,
    ),
    invoice.subtotal,
  );
  rule(
    'taxes of the lines make up the tax',
    sumMoney(
      lines.map(({ tax }) => tax),
      currency,
    ),
    invoice.tax,
  );
  const beforeTax = addMoney(invoice.subtotal, negative(invoice.discount));
  rule('subtotal less discount plus tax is the total', addMoney(beforeTax, invoice.tax), invoice.total);
  const { paymentTermDays } = world.profile;
  if (invoice.dueDate !== null)
    world.expectEqual(
      `${customer}, invoice ${number}: last day to pay`,
      addDays(invoice.issueDate, paymentTermDays),
      invoice.dueDate,
    );
  const settled = addMoney(invoice.paid, invoice.credited);
  if (invoice.status === 'finalised' && invoice.total.amountMinor >= 0n)
    rule('total less paid and credited is due', addMoney(invoice.total, negative(settled)), invoice.due);
}
