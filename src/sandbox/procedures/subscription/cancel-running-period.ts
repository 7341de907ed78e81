import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { todayOf } from '../../store/tenants.ts';
import { runningSubscription, stretchOn } from './current-service.ts';

/** The customer leaves, and does not pay for the period that runs. */
export function cancelRunningPeriod(
  context: Context,
  { subscriptionId }: { readonly subscriptionId: string },
): void {
  context.store.transaction(() => {
    const subscription = runningSubscription(context, subscriptionId);
    const today = todayOf(context.store, context.tenantId);
    const running = stretchOn(context, subscription, today);
    if (running === null)
      return refuse('subscriptionId', 'Found no period that runs, expected one to take back.');
    const { whole, used } = running;
    const date = context.rules.firstDayTakenBack({ today, whole, used, trialEnd: subscription.trialEnd });
    context.procedures.cancel(context, { subscriptionId, timing: { kind: 'date', date } });
  });
}
