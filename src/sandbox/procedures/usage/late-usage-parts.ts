import { itemsDueBy } from '../../billing/due-items.ts';
import { openParts } from '../../billing/open-usage.ts';
import type { LateUsage, LateUsageQuestion } from '../../engine/usage-procedures.ts';
import type { Context } from '../../engine.ts';
import { lateUsage } from '../../store/usage.ts';

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
