import type { Charge } from '../../model/billing/catalog.ts';
import type { Customer } from '../../model/billing/customer.ts';
import type { InvoiceLineKind } from '../../model/billing/invoice.ts';
import type { Period } from '../../model/date.ts';
import {
  exactDecimal,
  type Fraction,
  fractionFromDecimal,
  fractionOf,
  plus,
  sum,
  times,
  zero,
} from '../arithmetic/fraction.ts';
import type { Context } from '../engine.ts';
import type { Share, ShareQuestion } from '../rules/proration-share.ts';
import type { StoredSubscription } from '../store/subscriptions.ts';
import { usageQuantities } from '../store/usage.ts';
import type { DueItem, Segment } from './due-item.ts';
import { rateQuantity } from './rate-quantity.ts';
import type { LineTerms, StoredLine } from './stored-invoice.ts';

/** A line before discount and tax; `net` is its price, tax included where prices are gross. */
export interface DraftLine
  extends Omit<StoredLine, 'discount' | 'tax' | 'price' | 'taken' | 'taxPercent' | 'taxTreatment'> {
  /** Null for all lines but credits, which keep what was done to the line that they take back. */
  readonly terms: LineTerms | null;
  readonly taxCategory: string | null;
  readonly billed: 'ahead' | 'afterwards';
}

export interface LineQuestion {
  readonly customer: Customer;
  readonly subscription: StoredSubscription;
  readonly item: DueItem;
  /** How days are shared out: the engine's own way, or that of a preview. */
  readonly shareOf: (question: ShareQuestion) => Share;
}

/** Null for usage that does not deserve a line. */
export function draftLine(context: Context, question: LineQuestion): DraftLine | null {
  return question.item.charge.kind === 'usage'
    ? usageLine(context, question)
    : recurringLine(context, question);
}

function recurringLine(context: Context, question: LineQuestion): DraftLine {
  const { item, subscription, customer } = question;
  const { segment, charge } = item;
  const quantity = fractionFromDecimal(subscription.quantity);
  const whole = rateQuantity(context.rules, { price: charge.price, quantity, runningTotals: [] }).amount;
  const share = question.shareOf({ whole: segment.whole, used: segment.used, dayCount: 'actual' });
  const amount = times(whole, fractionOf(BigInt(share.days), BigInt(share.ofDays)));
  const minor = context.rules.roundToMinor(amount, customer.currency);
  return {
    ...commonPart(item, subscription),
    kind: recurringKind(item),
    text: recurringText(item, share),
    period: segment.used,
    quantity: subscription.quantity,
    net: item.kind === 'credit' ? -minor : minor,
    terms: item.terms,
  };
}

function usageLine(context: Context, question: LineQuestion): DraftLine | null {
  const { item, subscription, customer } = question;
  const { charge, segment } = item;
  const quantities = usageInPeriod(context, customer, { charge, period: segment.used });
  const runningTotals = totalsAfterEach(quantities);
  const quantity = runningTotals.at(-1) ?? zero;
  const { amount } = rateQuantity(context.rules, { price: charge.price, quantity, runningTotals });
  if (quantities.length === 0 && amount.over === 0n) return null;
  return {
    ...commonPart(item, subscription),
    kind: 'usage',
    text: `${item.segment.plan}, usage of ${charge.code}`,
    period: context.rules.usageLinePeriod(segment.used),
    quantity: exactDecimal(quantity, 0) ?? '0',
    net: context.rules.roundToMinor(amount, customer.currency),
    terms: null,
  };
}

function usageInPeriod(
  context: Context,
  customer: Customer,
  of: { readonly charge: Charge; readonly period: Period },
): readonly Fraction[] {
  if (of.charge.kind !== 'usage') return [];
  const window = context.rules.usageWindow(of.period, customer.timeZone);
  return usageQuantities(context, { customerId: customer.id, meter: of.charge.meter, window });
}

/** Also what a customer may ask for at any time: the quantity as the engine will bill it. */
export function usageTotal(
  context: Context,
  customer: Customer,
  of: { readonly meter: string; readonly period: Period },
): string {
  const window = context.rules.usageWindow(of.period, customer.timeZone);
  const quantities = usageQuantities(context, { customerId: customer.id, meter: of.meter, window });
  return exactDecimal(sum(quantities), 0) ?? '0';
}

function totalsAfterEach(quantities: readonly Fraction[]): readonly Fraction[] {
  let total = zero;
  return quantities.map((quantity) => {
    total = plus(total, quantity);
    return total;
  });
}

function commonPart(item: DueItem, subscription: StoredSubscription) {
  return {
    subscriptionId: subscription.id,
    plan: item.segment.plan,
    charge: item.charge.code,
    priceVersion: item.version.effectiveFrom,
    prices: item.version.prices ?? ('net' as const),
    taxCategory: item.charge.taxCategory ?? null,
    billed: item.kind === 'advance' ? ('ahead' as const) : ('afterwards' as const),
  };
}

function recurringKind(item: DueItem): InvoiceLineKind {
  if (item.kind === 'credit') return 'proration-credit';
  return item.segment.assignment > 0 && isPart(item.segment) ? 'proration-charge' : 'recurring';
}

function recurringText(item: DueItem, share: Share): string {
  const name = `${item.segment.plan}, ${item.charge.code}`;
  if (item.kind === 'credit') return `${name}: unused ${share.days} of ${share.ofDays} days`;
  return isPart(item.segment) ? `${name}: ${share.days} of ${share.ofDays} days` : name;
}

function isPart(segment: Segment): boolean {
  return segment.used.from !== segment.whole.from || segment.used.to !== segment.whole.to;
}
