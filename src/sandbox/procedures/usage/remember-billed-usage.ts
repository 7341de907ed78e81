import type { LateUsage } from '../../engine/usage-procedures.ts';
import type { Context } from '../../engine.ts';
import { saveBilledUsage } from '../../store/billed-usage.ts';

export function rememberBilledUsage(context: Context, { subscription, item, reached }: LateUsage): void {
  saveBilledUsage(context, { subscriptionId: subscription.id, item: item.key, parts: reached });
}
