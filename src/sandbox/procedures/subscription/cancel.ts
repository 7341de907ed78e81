import type { LocalDate } from '../../../model/date.ts';
import type { Interruption } from '../../engine/subscription-procedures.ts';
import type { Context } from '../../engine.ts';
import { dropAssignmentsAfter } from '../../store/assignments.ts';
import { addOnsOf, setCancelledFrom } from '../../store/subscriptions.ts';
import { billIfDue } from '../invoicing/bill-if-due.ts';
import { effectiveDay, runningSubscription } from './current-service.ts';

/**
 * Days that were paid in advance and are not served are credited on the day of the end, never for an end of period.
 * Add-ons end with their base.
 */
export function cancel(context: Context, { subscriptionId, timing }: Interruption): void {
  context.store.transaction(() => {
    const subscription = runningSubscription(context, subscriptionId);
    const end = effectiveDay(context, subscription, timing);
    endService(context, subscriptionId, end);
    for (const addOn of addOnsOf(context, subscriptionId)) {
      if (addOn.cancelledFrom === null || addOn.cancelledFrom > end) endService(context, addOn.id, end);
    }
  });
}

function endService(context: Context, subscriptionId: string, end: LocalDate): void {
  dropAssignmentsAfter(context, subscriptionId, end);
  setCancelledFrom(context, subscriptionId, end);
  billIfDue(context, subscriptionId, end);
}
