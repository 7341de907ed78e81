import type { Context } from '../../engine.ts';
import { customerIds } from '../../store/customers.ts';
import { dunningPolicyOf } from '../../store/dunning.ts';
import { reconcileAll } from '../payment/reconcile-all.ts';

/** First what the gateway knows, then what it is asked for, then who has not paid. */
export async function doDayWork(context: Context): Promise<void> {
  await reconcileAll(context, context.tenantId);
  await context.procedures.collectDue(context);
  if (dunningPolicyOf(context) === null) return;
  context.store.transaction(() => {
    for (const customerId of customerIds(context))
      context.procedures.dun(context, { customerId, cause: 'day' });
  });
}
