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
  if (act.kind === 'order') await session.subscribe(act.order);
  else if (act.kind === 'end') await session.cancel(act.subscriptionId, { kind: 'date', date });
  else {
    const { subscriptionId, plan, negotiated } = act;
    const timing = { kind: 'date', date } as const;
    if (negotiated === undefined) await session.changePlan(subscriptionId, plan, timing);
    else await session.changePlanAtPrice(subscriptionId, { plan, timing, negotiated });
  }
  const after = await session.invoices(customerId);
  world.expectEqual('invoices of what was done', before.length + 1, after.length);
  const known = new Set(before.map(({ id }) => id));
  expectPreviewOf(
    world,
    preview,
    after.find(({ id }) => !known.has(id)),
  );
}
