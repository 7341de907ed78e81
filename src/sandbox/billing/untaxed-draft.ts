import type { Context } from '../engine.ts';
import type { InvoiceDraft, StoredLine } from './stored-invoice.ts';

/** A line that stands beside all plans. */
export function untaxedLine(text: string, net: bigint): StoredLine {
  return {
    kind: 'adjustment',
    text,
    subscriptionId: null,
    plan: null,
    charge: null,
    priceVersion: null,
    period: null,
    quantity: '1',
    net,
    discount: 0n,
    tax: 0n,
    prices: 'net',
    price: net,
    taken: 0n,
    taxPercent: '0',
    taxTreatment: 'no-tax',
  };
}

/** An invoice of such lines, and of nothing else. */
export function untaxedDraft(
  context: Context,
  parts: Pick<InvoiceDraft, 'customerId' | 'currency' | 'issueDate' | 'lines'>,
): InvoiceDraft {
  const { issueDate, lines } = parts;
  const total = lines.reduce((sum, { net }) => sum + net, 0n);
  const dueDate = context.rules.paymentDueDay({
    issueDate,
    serviceFrom: null,
    termDays: context.policy.paymentTermDays,
  });
  return { ...parts, dueDate, subtotal: total, discount: 0n, tax: 0n, total, discounts: [], taxes: [] };
}
