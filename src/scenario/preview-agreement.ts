import type { Invoice, InvoiceLine } from '../model/billing/invoice.ts';
import { canonicalDecimal } from '../model/decimal.ts';
import { formatMoney } from '../model/money.ts';
import type { World } from './world.ts';

/** What a target may say of a line, or keep to itself. */
const tellable = ['priceVersion', 'discount', 'taxPercent', 'taxTreatment'] as const;

type Tellable = (typeof tellable)[number];

/** What is said of each line, on paper and ahead of it. */
function toldOfAll(invoices: readonly Invoice[]): readonly Tellable[] {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  return tellable.filter((field) => lines.every((line) => (line[field] ?? null) !== null));
}

/** All that a customer reads on an invoice, without what only an issued one has. */
function readable(invoice: Invoice, told: readonly Tellable[]) {
  return {
    currency: invoice.currency,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    lines: inOneOrder(
      invoice.lines.map((line) => ({
        kind: line.kind,
        plan: line.plan,
        charge: line.charge,
        period: line.period,
        quantity: canonicalDecimal(line.quantity),
        net: formatMoney(line.net),
        tax: formatMoney(line.tax),
        ...Object.fromEntries(told.map((field) => [field, written(line, field)])),
      })),
    ),
    subtotal: formatMoney(invoice.subtotal),
    discount: formatMoney(invoice.discount),
    tax: formatMoney(invoice.tax),
  };
}

function written(line: InvoiceLine, field: Tellable): string {
  const value = line[field] ?? '';
  if (typeof value === 'object') return formatMoney(value);
  return field === 'taxPercent' ? canonicalDecimal(value) : value;
}

function inOneOrder<Thing>(things: readonly Thing[]): readonly Thing[] {
  return things.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Holds what was announced against what was issued, field by field. */
export function expectPreviewOf(world: World, preview: Invoice | null, invoice: Invoice | undefined): void {
  if (preview === null || invoice === undefined) {
    world.expectThat(
      false,
      `Found ${preview === null ? 'no preview' : 'no invoice'} of what is due, expected both.`,
    );
    return;
  }
  const told = toldOfAll([preview, invoice]);
  const [announced, issued] = [readable(preview, told), readable(invoice, told)];
  for (const field of Object.keys(issued) as (keyof typeof issued)[])
    world.expectEqual(`previewed ${field} against the invoice`, issued[field], announced[field]);
  expectSameShares(world, preview, invoice);
  world.expectMoney({
    measure: 'previewed total',
    expected: invoice.total,
    actual: preview.total,
    nature: 'books',
    customer: 'Acme',
    invoice: invoice.number,
    explanation: 'The preview is what the customer was told; the invoice is what he gets.',
  });
}

/** What each tax and each coupon comes to, where both say it. */
function expectSameShares(world: World, preview: Invoice, invoice: Invoice): void {
  if (preview.taxes !== undefined && invoice.taxes !== undefined)
    world.expectEqual('previewed taxes against the invoice', taxesOf(invoice), taxesOf(preview));
  if (preview.discounts !== undefined && invoice.discounts !== undefined)
    world.expectEqual('previewed discounts against the invoice', discountsOf(invoice), discountsOf(preview));
}

function taxesOf({ taxes = [] }: Invoice): readonly string[] {
  return inOneOrder(
    taxes.map(
      ({ ratePercent, treatment, base, tax }) =>
        `${canonicalDecimal(ratePercent)} % ${treatment} of ${formatMoney(base)}: ${formatMoney(tax)}`,
    ),
  );
}

function discountsOf({ discounts = [] }: Invoice): readonly string[] {
  return inOneOrder(discounts.map(({ code, amount }) => `${code}: ${formatMoney(amount)}`));
}
