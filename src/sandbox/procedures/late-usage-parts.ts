import { exactDecimal, fractionFromDecimal } from '../arithmetic/fraction.ts';
import { itemsDueBy } from '../billing/due-items.ts';
import { meteredPeriod, type UsageItem } from '../billing/metered-period.ts';
import type { LateUsage, LateUsageQuestion } from '../engine/usage-procedures.ts';
import type { Context } from '../engine.ts';
import { type BilledPart, billedUsageOf } from '../store/billed-usage.ts';
import { lateUsage } from '../store/usage.ts';

/** Late usage is billed with whatever the subscription is billed next, as lines for its own old periods. */
export function lateUsageParts(context: Context, question: LateUsageQuestion): readonly LateUsage[] {
  const { customer, subscription, date, billedNow } = question;
  const late = lateUsage(context, customer.id);
  if (late.length === 0 || billedNow.size === 0) return [];
  return itemsDueBy(context, subscription, date)
    .filter(({ key, charge, segment }) => {
      if (charge.kind !== 'usage' || billedNow.has(key)) return false;
      const { from, to } = context.rules.usageWindow(segment.used, customer.timeZone);
      return late.some(({ meter, at }) => meter === charge.meter && from <= at && at < to);
    })
    .map((item) => openParts(context, { customer, subscription, item }));
}

function openParts(context: Context, of: UsageItem): LateUsage {
  const reached = meteredPeriod(context, of);
  const billed = billedUsageOf(context, { subscriptionId: of.subscription.id, item: of.item.key });
  return { ...of, reached, open: reached.map((part) => openPart(context, part, billed)) };
}

function openPart(context: Context, part: BilledPart, billed: readonly BilledPart[]): BilledPart {
  const before = billed.find(({ kind, code }) => kind === part.kind && code === part.code);
  const units = context.rules.unitsStillToBill({
    reached: fractionFromDecimal(part.quantity),
    billed: fractionFromDecimal(before?.quantity ?? '0'),
  });
  const net = context.rules.amountStillToBill({ reached: part.net, billed: before?.net ?? 0n });
  return { ...part, quantity: exactDecimal(units, 0) ?? '0', net };
}
