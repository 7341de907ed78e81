import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { NewSubscription, Subscription } from '../../model/billing/subscription.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import type { World } from '../world.ts';
import { type OpenContract, openContract } from './open-contract.ts';

/** The first day on which Basic is not sold. */
export const withoutBasic = localDate('2026-04-15');

const april = localDate('2026-04-01');

/**
 * Acme has Basic, EUR 30.00, or the plan that is given, since 1 April; on the 5th it is told that the plan is sold until the 14th.
 * Pro, EUR 60.00, goes on being sold.
 */
export async function withdrawnPlan(
  world: World,
  parts: {
    readonly plan?: PlanVersion;
    readonly order?: Partial<NewSubscription>;
    /** Published before the withdrawal is told. */
    readonly more?: readonly PlanVersion[];
  } = {},
): Promise<OpenContract> {
  const { plan = monthlyPlan('basic', [fee('30.00')]), order = {}, more = [] } = parts;
  const session = await world.target(april);
  for (const other of [monthlyPlan('pro', [fee('60.00')]), ...more]) await session.publish(other);
  const contract = await openContract(world, { customer: 'Acme', plan, start: april, session, order });
  await session.advanceTo(localDate('2026-04-05'));
  await session.withdrawPlan(plan.plan, withoutBasic);
  return contract;
}

/** The customer orders one more plan. */
export function orderFor(
  world: World,
  { session, customerId }: Pick<OpenContract, 'session' | 'customerId'>,
  order: Pick<NewSubscription, 'plan'> & Partial<NewSubscription> & { readonly start: LocalDate },
): Promise<Subscription> {
  const { plan, start } = order;
  const key = `${world.checkId}-${plan}-${start}`;
  return session.subscribe({ key, customerId, quantity: '1', billing: 'anniversary', ...order });
}
