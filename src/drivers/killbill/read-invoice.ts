import { z } from 'zod';
import type { Charge } from '../../model/billing/catalog.ts';
import type { Invoice, InvoiceLine } from '../../model/billing/invoice.ts';
import { addDays, type Period } from '../../model/date.ts';
import {
  addDecimals,
  canonicalDecimal,
  type Decimal,
  decimalFrom,
  decimalParts,
} from '../../model/decimal.ts';
import { addMoney, type Money, negateMoney, parseMoney, sumMoney, zeroMoney } from '../../model/money.ts';
import type { KillBillInvoice, KillBillItem } from './answers.ts';
import { versionDay } from './catalog-xml.ts';
import { parseLossless } from './lossless-json.ts';
import type { PlanForm } from './plan-names.ts';
import { isZero } from './usage-tiers.ts';
import type { WorldState } from './world-state.ts';

/** Items that change what is due of an invoice, and are no service of their own. */
const settlements = new Set(['CBA_ADJ', 'CREDIT_ADJ', 'ITEM_ADJ', 'REFUND_ADJ']);

/** Whether anything was billed by it: Kill Bill also writes invoices that only carry credit, or say that a trial began. */
export function isBill({ items }: KillBillInvoice): boolean {
  return items.some(isService);
}

export function isService(item: KillBillItem): boolean {
  return !settlements.has(item.itemType) && !isFreePhase(item);
}

/** The trial itself, which is no charge of the plan: a phase of it that costs nothing. */
function isFreePhase({ itemType, amount, phaseName }: KillBillItem): boolean {
  return itemType === 'FIXED' && isZero(amount) && (phaseName ?? '').endsWith('-trial');
}

/** Kill Bill's invoice in our words: repairs are credit lines, adjustments and credit used are what settles it. */
export function readInvoice(found: KillBillInvoice, state: WorldState, paid: Money): Invoice {
  const { currency } = found;
  const zero = zeroMoney(currency);
  const lines = found.items.filter(isService).map((item) => readLine(item, found, state));
  const subtotal = sumMoney(
    lines.map(({ net }) => net),
    currency,
  );
  const tax = sumMoney(
    lines.map((line) => line.tax),
    currency,
  );
  const settled = found.items
    .filter(({ itemType }) => settlements.has(itemType))
    .map(({ amount }) => amountOf(amount, currency));
  return {
    id: found.invoiceId,
    number: found.status === 'DRAFT' ? '' : (found.invoiceNumber ?? ''),
    customerId: found.accountId,
    status: statuses[found.status],
    currency,
    issueDate: found.invoiceDate,
    dueDate: found.status === 'DRAFT' ? null : found.invoiceDate,
    lines,
    subtotal,
    discount: zero,
    tax,
    total: addMoney(subtotal, tax),
    paid,
    credited: negateMoney(sumMoney(settled, currency)),
    due: amountOf(found.balance, currency),
  };
}

const statuses = { DRAFT: 'draft', COMMITTED: 'finalised', VOID: 'void' } as const;

/** Stored with nine digits after the point; what the currency does not have must be nought. */
export function amountOf(amount: Decimal, currency: string): Money {
  return parseMoney(amount, currency);
}

function readLine(item: KillBillItem, invoice: KillBillInvoice, state: WorldState): InvoiceLine {
  const { currency } = invoice;
  const origin = originOf(item, state);
  const amount = amountOf(item.amount, currency);
  const isTax = item.itemType === 'TAX';
  const form = origin.planName === null ? null : state.prices.formOf(origin.planName);
  return {
    kind: kindOf(item, invoice),
    text: textOf(item),
    subscriptionId: item.subscriptionId ?? origin.subscriptionId,
    plan: form?.plan ?? origin.planName,
    charge: form === null ? null : chargeOf(origin, form, state),
    priceVersion: origin.catalogEffectiveDate === null ? null : versionDay(origin.catalogEffectiveDate),
    period: periodOf(item),
    quantity: quantityOf(item, state),
    net: isTax ? zeroMoney(currency) : amount,
    tax: isTax ? amount : zeroMoney(currency),
  };
}

/** The plan's name for customers stands beside the description of the item; what has no plan has only that. */
function textOf({ prettyPlanName, description }: KillBillItem): string {
  return [prettyPlanName, description].filter((part) => part !== null).join(': ');
}

/** A repair names the item that it takes back; that one knows its plan. */
function originOf(item: KillBillItem, state: WorldState): KillBillItem {
  const linked = item.linkedInvoiceItemId === null ? undefined : state.items.get(item.linkedInvoiceItemId);
  return item.planName === null && linked !== undefined ? linked : item;
}

function kindOf({ itemType, startDate }: KillBillItem, { items }: KillBillInvoice): InvoiceLine['kind'] {
  switch (itemType) {
    case 'RECURRING':
      // What is repaired from the day on which something new begins was changed there.
      return items.some((one) => one.itemType === 'REPAIR_ADJ' && one.startDate === startDate)
        ? 'proration-charge'
        : 'recurring';
    case 'FIXED':
    case 'EXTERNAL_CHARGE':
      return 'one-off';
    case 'USAGE':
      return 'usage';
    case 'REPAIR_ADJ':
      return 'proration-credit';
    default:
      return 'adjustment';
  }
}

function periodOf({ startDate, endDate, itemType }: KillBillItem): Period | null {
  if (startDate === null) return null;
  if (endDate === null) return itemType === 'FIXED' ? { from: startDate, to: addDays(startDate, 1) } : null;
  return { from: startDate, to: endDate };
}

function chargeOf(item: KillBillItem, { plan }: PlanForm, state: WorldState): string | null {
  if (item.usageName !== null) return item.usageName.split('.usage.').at(-1) ?? null;
  const kind: Charge['kind'] = item.itemType === 'FIXED' ? 'one-off' : 'recurring';
  const day = item.startDate ?? state.clock.today;
  return state.prices.versionOn(plan, day).charges.find((charge) => charge.kind === kind)?.code ?? null;
}

const usageDetails = z.object({
  tierDetails: z.array(z.object({ tierBlockSize: z.string(), quantity: z.string() })),
});

function quantityOf(item: KillBillItem, state: WorldState): Decimal {
  if (item.itemType === 'USAGE') return unitsOf(item);
  const { quantity } = state.subscriptions.get(item.subscriptionId ?? '') ?? { quantity: '1' };
  return item.itemType === 'RECURRING' || item.itemType === 'REPAIR_ADJ' ? quantity : (item.quantity ?? '1');
}

/** Of units in blocks only the started blocks are told. */
function unitsOf({ itemDetails }: KillBillItem): Decimal {
  const details = usageDetails.safeParse(itemDetails === null ? null : parseLossless(itemDetails));
  if (!details.success) return '0';
  const units = details.data.tierDetails.map(({ tierBlockSize, quantity }) =>
    product(tierBlockSize, quantity),
  );
  return canonicalDecimal(units.reduce(addDecimals, '0'));
}

export function product(left: Decimal, right: Decimal): Decimal {
  const [a, b] = [decimalParts(left), decimalParts(right)];
  return canonicalDecimal(decimalFrom(a.digits * b.digits, a.scale + b.scale));
}
