import type { PlannedAct } from '../../model/billing/planned-act.ts';
import { expectPreviewOf } from '../preview-agreement.ts';
import type { World } from '../world.ts';
import type { OpenContract } from './open-contract.ts';

/** Asks, waits for the day, does it, and holds what came against what was said. */
export async function expectAsAsked(world: World, contract: OpenContract, act: PlannedAct): Promise<void> {
  const { session, customerId } = contract;
  const date = act.kind === 'order' ? act.order.start : act.date;
  const preview = await session.previewAct(customerId, act);
  const before = await session.invoices(customerId);
  await session.advanceTo(date);
  await tell(session, act);
  const after = await session.invoices(customerId);
  world.expectEqual('invoices of what was done', before.length + 1, after.length);
  const known = new Set(before.map(({ id }) => id));
  expectPreviewOf(
    world,
    preview,
    after.find(({ id }) => !known.has(id)),
  );
}

/** Asks, tells it at once for its day, and holds what came on that day, or that nothing came, against what was said. */
export async function expectAsTold(
  world: World,
  { session, customerId }: OpenContract,
  act: PlannedAct,
): Promise<void> {
  const date = act.kind === 'order' ? act.order.start : act.date;
  const preview = await session.previewAct(customerId, act);
  await tell(session, act);
  await session.advanceTo(date);
  const [invoice, ...more] = await session.invoices(customerId);
  world.expectEqual('further invoices of what was done', 0, more.length);
  world.expectEqual('an invoice was announced', invoice !== undefined, preview !== null);
  if (invoice !== undefined && preview !== null) expectPreviewOf(world, preview, invoice);
}

async function tell(session: OpenContract['session'], act: PlannedAct): Promise<void> {
  if (act.kind === 'order') {
    await session.subscribe(act.order);
    return;
  }
  const { subscriptionId, date } = act;
  const timing = { kind: 'date', date } as const;
  if (act.kind === 'end') await session.cancel(subscriptionId, timing);
  else if (act.negotiated === undefined) await session.changePlan(subscriptionId, act.plan, timing);
  else
    await session.changePlanAtPrice(subscriptionId, { plan: act.plan, timing, negotiated: act.negotiated });
}
