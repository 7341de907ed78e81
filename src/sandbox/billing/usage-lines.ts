import type { Customer } from '../../model/billing/customer.ts';
import type { Period } from '../../model/date.ts';
import { exactDecimal, sum } from '../arithmetic/fraction.ts';
import type { Context } from '../engine.ts';
import { usageEvents } from '../store/usage.ts';
import type { DraftLine, LineQuestion } from './line-question.ts';
import { meterUsage } from './meter-usage.ts';

/** One line for each price of the charge that was used in the period, or that is due without usage. */
export function usageLines(context: Context, question: LineQuestion): readonly DraftLine[] {
  const { item, subscription, customer } = question;
  const { charge, segment } = item;
  if (charge.kind !== 'usage') return [];
  const window = context.rules.usageWindow(segment.used, customer.timeZone);
  const events = usageEvents(context, { customer, meter: charge.meter, window }).filter(
    ({ subscriptionId }) => subscriptionId === null || subscriptionId === subscription.id,
  );
  return meterUsage(context.rules, charge, events)
    .filter(({ quantity, amount }) => quantity.over !== 0n || amount.over !== 0n)
    .map(({ code, quantity, amount }) => ({
      subscriptionId: subscription.id,
      plan: segment.plan,
      charge: code,
      priceVersion: item.version.effectiveFrom,
      prices: item.version.prices ?? 'net',
      taxCategory: charge.taxCategory ?? null,
      billed: 'afterwards',
      kind: 'usage',
      text: `${segment.plan}, usage of ${code}`,
      period: context.rules.usageLinePeriod(segment.used),
      quantity: exactDecimal(quantity, 0) ?? '0',
      net: context.rules.roundToMinor(amount, customer.currency),
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
