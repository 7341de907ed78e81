import type { PlanVersion } from '../../model/billing/catalog.ts';
import { localDate } from '../../model/date.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import type { World } from '../world.ts';
import { type OpenContract, openContract } from './open-contract.ts';

/** Acme has Basic for EUR 30.00, or the plan that is given, from 1 April on. Pro costs EUR 60.00. */
export async function basicFromFirstOfApril(
  world: World,
  plan: PlanVersion = monthlyPlan('basic', [fee('30.00')]),
): Promise<OpenContract> {
  const contract = await openContract(world, { customer: 'Acme', plan, start: localDate('2026-04-01') });
  await contract.session.publish(monthlyPlan('pro', [fee('60.00')]));
  return contract;
}

/** From the first such day on that is not before `from`; told on that day, or earlier. */
export async function moveBillDay(
  { session, subscription }: OpenContract,
  { day, from, toldOn = from }: { readonly day: number; readonly from: string; readonly toldOn?: string },
): Promise<void> {
  await session.advanceTo(localDate(toldOn));
  await session.changeBillDay(subscription.id, { day, from: localDate(from) });
}
