import { unreachable } from '../../../model/fault.ts';
import type { Undoing } from '../../engine/subscription-procedures.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { dropAssignmentsAfter } from '../../store/assignments.ts';
import { addOnsOf, setCancelledFrom, subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import { billIfDue } from '../invoicing/bill-if-due.ts';
import { endByItself } from './end-by-itself.ts';

/** Afterwards all is as if it had never been planned; what has happened already cannot be taken back. */
export function undo(context: Context, { subscriptionId, what }: Undoing): void {
  context.store.transaction(() => {
    const today = todayOf(context.store, context.tenantId);
    switch (what) {
      case 'cancellation':
        undoCancellation(context, subscriptionId);
        return;
      case 'change':
        subscriptionById(context, subscriptionId);
        if (dropAssignmentsAfter(context, subscriptionId, today) === 0)
          refuse('what', 'Found no change that is planned, expected one for a later day.');
        billIfDue(context, subscriptionId, today);
        return;
      default:
        unreachable(what, 'kind of plan');
    }
  });
}

function undoCancellation(context: Context, subscriptionId: string): void {
  const today = todayOf(context.store, context.tenantId);
  const { cancelledFrom } = subscriptionById(context, subscriptionId);
  if (cancelledFrom === null || cancelledFrom <= today)
    refuse('what', 'Found no end that is planned, expected one on a later day.');
  const together = addOnsOf(context, subscriptionId).filter((each) => each.cancelledFrom === cancelledFrom);
  for (const id of [subscriptionId, ...together.map((addOn) => addOn.id)]) {
    setCancelledFrom(context, id, null);
    // What ends by itself was not planned by anybody and stays.
    setCancelledFrom(context, id, endByItself(context, subscriptionById(context, id)));
    billIfDue(context, id, today);
  }
}
