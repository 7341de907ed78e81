import type { Customer } from '../../model/billing/customer.ts';
import type { Period } from '../../model/date.ts';
import { exactDecimal, fractionFromDecimal, sum } from '../arithmetic/fraction.ts';
import type { Context } from '../engine.ts';
import type { BilledPart } from '../store/billed-usage.ts';
import { usageEvents } from '../store/usage.ts';
import type { DraftLine } from './line-question.ts';
import type { UsageItem } from './metered-period.ts';
import { unbilledParts } from './open-usage.ts';

/** One line for each price of the charge that was used in the period, or that is due without usage. */
export function usageLines(context: Context, of: UsageItem): readonly DraftLine[] {
  const { charge } = of.item;
  const parts = unbilledParts(context, of).filter(({ kind, code, quantity, net }) => {
    const isUsed = fractionFromDecimal(quantity).over !== 0n;
    return context.rules.deservesLine({ kind, isOfCharge: code === charge.code, isUsed, net });
  });
  return parts.map((part) => lineOfPart(context, of, part));
}

/** What came late changed something, or there is nothing to tell. */
export function linesOfParts(
  context: Context,
  of: UsageItem,
  parts: readonly BilledPart[],
): readonly DraftLine[] {
  return parts
    .filter(({ quantity, net }) => net !== 0n || fractionFromDecimal(quantity).over !== 0n)
    .map((part) => lineOfPart(context, of, part));
}

function lineOfPart(
  context: Context,
  { item, subscription }: UsageItem,
  { kind, code, quantity, net }: BilledPart,
): DraftLine {
  const { charge, segment, version } = item;
  return {
    subscriptionId: subscription.id,
    plan: segment.plan,
    charge: code,
    priceVersion: version.effectiveFrom,
    prices: version.prices ?? 'net',
    taxCategory: charge.taxCategory ?? null,
    billed: 'afterwards',
    kind,
    text: `${segment.plan}, ${kind === 'usage' ? 'usage of ' : ''}${code}`,
    period: context.rules.usageLinePeriod(segment.used),
    quantity,
    net,
    terms: null,
  };
}

/** What a customer may ask for at any time: the sum of what was taken in for the meter. */
export function usageTotal(
  context: Context,
  customer: Customer,
  of: { readonly meter: string; readonly period: Period },
): string {
  const window = context.rules.usageWindow(of.period, customer.timeZone);
  const events = usageEvents(context, { customer, meter: of.meter, window });
  return exactDecimal(sum(events.map(({ quantity }) => quantity)), 0) ?? '0';
}
