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
  return linesOfParts(context, of, unbilledParts(context, of));
}

/** Parts that come to nothing deserve no line. */
export function linesOfParts(
  context: Context,
  { item, subscription }: UsageItem,
  parts: readonly BilledPart[],
): readonly DraftLine[] {
  const { charge, segment, version } = item;
  return parts
    .filter(({ quantity, net }) => net !== 0n || fractionFromDecimal(quantity).over !== 0n)
    .map(({ kind, code, quantity, net }) => ({
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
    }));
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
