import type { QuantityChange } from '../../engine/subscription-procedures.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { insertAssignment } from '../../store/assignments.ts';
import { billIfDue } from '../invoicing/bill-if-due.ts';
import { lastState } from '../payment/last-state.ts';
import { effectiveDay, runningSubscription } from './current-service.ts';

/** From the day on the new quantity is charged; what was paid for the old one after that day is given back. */
export function changeQuantity(context: Context, change: QuantityChange): void {
  context.store.transaction(() => {
    const subscription = runningSubscription(context, change.subscriptionId);
    const start = effectiveDay(context, subscription, change.timing);
    const last = lastState(context, subscription.id);
    const { quantity } = change;
    if (last.quantity === quantity)
      refuse('quantity', `Found ${quantity} in force already, expected another quantity.`);
    insertAssignment(context, subscription.id, { ...last, number: last.number + 1, start, quantity });
    billIfDue(context, subscription.id, start);
  });
}
