import { scheduleNext } from '../../billing/due-items.ts';
import type { Context } from '../../engine.ts';
import { customerById } from '../../store/customers.ts';
import { deleteHold, saveHold } from '../../store/holds.ts';
import { setNextDue, subscriptionsOf } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';

export function holdInvoices(context: Context, customerId: string): void {
  saveHold(context, customerById(context, customerId).id);
}

/**
 * What waited is billed today. Service that ended meanwhile was to be paid in advance: what is given back of it takes back
 * lines of that invoice, and so stands on a second one.
 */
export function releaseInvoices(context: Context, customerId: string): void {
  context.store.transaction(() => {
    deleteHold(context, customerById(context, customerId).id);
    for (const subscription of subscriptionsOf(context, customerId)) scheduleNext(context, subscription);
    const date = todayOf(context.store, context.tenantId);
    const bill = { customerId, subscriptionId: null, date };
    if (context.procedures.billCustomer(context, bill) !== null)
      context.procedures.billCustomer(context, bill);
  });
}

/** The clock does not stop for what waits. */
export function waitForRelease(context: Context, customerId: string): void {
  for (const { id } of subscriptionsOf(context, customerId)) setNextDue(context, id, null);
}
