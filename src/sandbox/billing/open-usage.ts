import { exactDecimal, fractionFromDecimal } from '../arithmetic/fraction.ts';
import type { LateUsage } from '../engine/usage-procedures.ts';
import type { Context } from '../engine.ts';
import { type BilledPart, billedUsageOf } from '../store/billed-usage.ts';
import { meteredPeriod, type UsageItem } from './metered-period.ts';

/** The usual case: nothing of the period was billed before its end. */
export function unbilledParts(context: Context, of: UsageItem): readonly BilledPart[] {
  const billed = billedUsageOf(context, { subscriptionId: of.subscription.id, item: of.item.key });
  return billed.length === 0 ? meteredPeriod(context, of) : openParts(context, of).open;
}

/** What the period has come to, and what of it nobody was billed yet. */
export function openParts(context: Context, of: UsageItem): LateUsage {
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
