import type { Engine } from '../engine.ts';
import { pendingPayments } from '../store/payments.ts';

/** Reads the gateway for each payment that is undecided; null is those of every tenant. */
export async function reconcileAll(engine: Engine, tenantId: string | null): Promise<void> {
  for (const pending of pendingPayments(engine.store)) {
    if (tenantId !== null && pending.tenantId !== tenantId) continue;
    await engine.procedures.reconcilePayment({ ...engine, tenantId: pending.tenantId }, pending.id);
  }
}
