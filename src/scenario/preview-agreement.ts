import type { Invoice } from '../model/billing/invoice.ts';
import { canonicalDecimal } from '../model/decimal.ts';
import { formatMoney } from '../model/money.ts';
import type { World } from './world.ts';

/** All that a customer reads on an invoice, without what only an issued one has. */
function readable(invoice: Invoice) {
  return {
    currency: invoice.currency,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    lines: invoice.lines
      .map((line) => ({
        kind: line.kind,
        plan: line.plan,
        charge: line.charge,
        period: line.period,
        quantity: canonicalDecimal(line.quantity),
        net: formatMoney(line.net),
        tax: formatMoney(line.tax),
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    subtotal: formatMoney(invoice.subtotal),
    discount: formatMoney(invoice.discount),
    tax: formatMoney(invoice.tax),
  };
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
  const [announced, issued] = [readable(preview), readable(invoice)];
  for (const field of Object.keys(issued) as (keyof typeof issued)[])
    world.expectEqual(`previewed ${field} against the invoice`, issued[field], announced[field]);
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
