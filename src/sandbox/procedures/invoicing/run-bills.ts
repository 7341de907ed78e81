import type { BillRun, Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { customerById } from '../../store/customers.ts';
import { customersToBill } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';

/** Goes through everybody again; what was billed before is claimed, so a repeat finds nothing to do. */
export function runBills(context: Context, run: BillRun): readonly string[] {
  const today = todayOf(context.store, context.tenantId);
  if (run.date > today) {
    refuse(
      'date',
      `Found ${run.date}, expected ${today} or earlier: advance the clock to bill what falls due later.`,
    );
  }
  const customerIds =
    run.customerId === null ? customersToBill(context, null) : [customerById(context, run.customerId).id];
  return context.store.transaction(() =>
    customerIds.flatMap((customerId) => {
      const id = context.procedures.billCustomer(context, {
        customerId,
        subscriptionId: null,
        date: run.date,
      });
      return id === null ? [] : [id];
    }),
  );
}
