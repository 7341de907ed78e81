import type { Customer } from '../../model/billing/customer.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import { fractionFromDecimal, fractionOf, shownQuantity, times } from '../arithmetic/fraction.ts';
import type { Context } from '../engine.ts';
import { type BilledPart, planEndOf } from '../store/billed-usage.ts';
import type { StoredSubscription } from '../store/subscriptions.ts';
import { usageEvents } from '../store/usage.ts';
import type { DueItem, Segment } from './due-item.ts';
import { meterUsage } from './meter-usage.ts';

export interface UsageItem {
  readonly customer: Customer;
  readonly subscription: StoredSubscription;
  readonly item: DueItem;
}

/** All that a period of usage comes to as far as events are known: each price of the charge, then what is missing to its minimum. */
export function meteredPeriod(context: Context, of: UsageItem): readonly BilledPart[] {
  const { item, subscription, customer } = of;
  const { charge, segment } = item;
  if (charge.kind !== 'usage') return [];
  const window = context.rules.usageWindow(segment.used, customer.timeZone);
  const events = usageEvents(context, { customer, meter: charge.meter, window }).filter(
    ({ subscriptionId: named }) => context.rules.isUsageOf({ named, subscriptionId: subscription.id }),
  );
  const used = meterUsage(context.rules, charge, { events, window }).map(
    ({ code, quantity, amount }): BilledPart => ({
      kind: 'usage',
      code,
      quantity: shownQuantity(quantity),
      net: context.rules.roundToMinor(amount, customer.currency),
    }),
  );
  return charge.minimum === undefined
    ? used
    : [...used, commitmentPart(context, of, { charge, segment, used })];
}

/** The lines of the period together make the minimum, to the last minor unit. */
function commitmentPart(
  context: Context,
  { customer, subscription }: UsageItem,
  part: { readonly charge: UsageCharge; readonly segment: Segment; readonly used: readonly BilledPart[] },
): BilledPart {
  const { charge, segment, used } = part;
  const share = context.rules.commitmentShare({
    whole: segment.whole,
    used: segment.used,
    endsOn: planEndOf(context, subscription, segment.assignment),
    dayCount: context.policy.dayCount,
    habit: context.policy.minimumInPartPeriod ?? 'prorated',
  });
  const owed = times(
    fractionFromDecimal(charge.minimum ?? '0'),
    fractionOf(BigInt(share.days), BigInt(share.ofDays)),
  );
  const limit = fractionOf(context.rules.roundToMinor(owed, customer.currency), 1n);
  const amount = fractionOf(
    used.reduce((sum, { net }) => sum + net, 0n),
    1n,
  );
  const missing = context.rules.missingToMinimum({ amount, limit });
  return {
    kind: 'commitment',
    code: `${charge.code} minimum`,
    quantity: '0',
    net: missing.over / missing.under,
  };
}
