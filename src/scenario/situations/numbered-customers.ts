import { localDate } from '../../model/date.ts';
import type { BillingSession } from '../billing-session.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import type { World } from '../world.ts';

export const start = localDate('2026-01-01');
export const plan = monthlyPlan('basic', [fee('10.00')]);

export async function customersOf(
  world: World,
  session: BillingSession,
  count: number,
): Promise<readonly string[]> {
  await session.publish(plan);
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { id } = await session.createCustomer({
      key: `${world.checkId}-${number}`,
      name: `Customer ${number}`,
      country: 'DE',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
    });
    ids.push(id);
  }
  return ids;
}

export function order(world: World, customerId: string, number: number | string) {
  const key = `${world.checkId}-order-${number}`;
  return { key, customerId, plan: plan.plan, start, quantity: '1', billing: 'anniversary' } as const;
}
