import type { InvoiceLineKind } from '../../model/billing/invoice.ts';
import { fractionFromDecimal, fractionOf, times } from '../arithmetic/fraction.ts';
import type { Context } from '../engine.ts';
import type { Share } from '../rules/rating/proration-share.ts';
import type { StoredSubscription } from '../store/subscriptions.ts';
import type { DueItem, Segment } from './due-item.ts';
import type { DraftLine, LineQuestion } from './line-question.ts';
import { rateQuantity } from './rate-quantity.ts';
import { usageLines } from './usage-lines.ts';

/** None for usage that does not deserve a line; several where a charge has several prices. */
export function draftLines(context: Context, question: LineQuestion): readonly DraftLine[] {
  return question.item.charge.kind === 'usage'
    ? usageLines(context, question)
    : [recurringLine(context, question)];
}

function recurringLine(context: Context, question: LineQuestion): DraftLine {
  const { item, subscription, customer } = question;
  const { segment, charge } = item;
  const quantity = fractionFromDecimal(quantityOf(item));
  const rated = rateQuantity(context.rules, { price: charge.price, quantity, runningTotals: [] });
  const whole = times(rated.amount, item.factor);
  const share =
    item.kind === 'one-off'
      ? { days: 1, ofDays: 1 }
      : question.shareOf({ whole: segment.whole, used: segment.used, dayCount: context.policy.dayCount });
  const amount = times(whole, fractionOf(BigInt(share.days), BigInt(share.ofDays)));
  const minor = context.rules.roundToMinor(amount, customer.currency);
  return {
    ...commonPart(item, subscription),
    kind: recurringKind(item),
    text: recurringText(item, share),
    period: segment.used,
    quantity: quantityOf(item),
    net: item.kind === 'credit' ? -creditLeft(context, question, minor) : minor,
    terms: item.terms,
  };
}

/** Less what a credit note has given back of the charge before. */
function creditLeft(context: Context, { item, subscription }: LineQuestion, amount: bigint): bigint {
  const { charge, segment } = item;
  const service = { subscriptionId: subscription.id, charge: charge.code, days: segment.used };
  return context.procedures.unusedCreditLeft(context, { ...service, amount });
}

function commonPart(item: DueItem, subscription: StoredSubscription) {
  return {
    subscriptionId: subscription.id,
    plan: item.segment.plan,
    charge: item.charge.code,
    priceVersion: item.version.effectiveFrom,
    prices: item.version.prices ?? ('net' as const),
    taxCategory: item.charge.taxCategory ?? null,
    billed: item.kind === 'arrears' || item.kind === 'usage' ? ('afterwards' as const) : ('ahead' as const),
  };
}

/** A setup is one setup, however many seats are set up. */
function quantityOf(item: DueItem): string {
  return item.kind === 'one-off' ? '1' : item.segment.quantity;
}

function recurringKind(item: DueItem): InvoiceLineKind {
  if (item.kind === 'one-off') return 'one-off';
  if (item.kind === 'credit') return 'proration-credit';
  return item.segment.assignment > 0 && isPart(item.segment) ? 'proration-charge' : 'recurring';
}

function recurringText(item: DueItem, share: Share): string {
  const name = `${item.segment.plan}, ${item.charge.code}`;
  if (item.kind === 'credit') return `${name}: unused ${share.days} of ${share.ofDays} days`;
  return item.kind !== 'one-off' && isPart(item.segment)
    ? `${name}: ${share.days} of ${share.ofDays} days`
    : name;
}

function isPart(segment: Segment): boolean {
  return segment.used.from !== segment.whole.from || segment.used.to !== segment.whole.to;
}
