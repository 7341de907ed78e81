import { contextFor } from '../../engine/context-for.ts';
import type { Engine } from '../../engine.ts';
import { pendingPayments } from '../../store/payments.ts';
import { pendingRefunds } from '../../store/refunds.ts';

/** Reads the gateway for each payment and refund that is undecided; null is those of every tenant. */
export async function reconcileAll(engine: Engine, tenantId: string | null): Promise<void> {
  for (const pending of pendingPayments(engine.store)) {
    if (tenantId !== null && pending.tenantId !== tenantId) continue;
    await engine.procedures.reconcilePayment(contextFor(engine, pending.tenantId), pending.id);
  }
  for (const pending of pendingRefunds(engine.store)) {
    if (tenantId !== null && pending.tenantId !== tenantId) continue;
    const context = contextFor(engine, pending.tenantId);
    await engine.procedures.endRefund(context, { refundId: pending.id, answer: 'no-answer' });
  }
}
