import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { Customer } from '../../model/billing/customer.ts';
import type { Subscription } from '../../model/billing/subscription.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { TargetSession } from '../session.ts';
import type { ContractWorld } from './clause.ts';

export const firstDay = localDate('2026-01-01');
export const monthLater = localDate('2026-02-01');

/** EUR 30.00 a month in advance: a day of April or June costs EUR 1.00. */
export const flatPlan: PlanVersion = {
  plan: 'contract-flat',
  effectiveFrom: firstDay,
  currency: 'EUR',
  interval: { unit: 'month', count: 1 },
  charges: [{ kind: 'recurring', code: 'fee', timing: 'advance', price: { kind: 'flat', amount: '30.00' } }],
};

/** EUR 2.00 a unit, in arrears. */
export const usagePlan: PlanVersion = {
  plan: 'contract-usage',
  effectiveFrom: firstDay,
  currency: 'EUR',
  interval: { unit: 'month', count: 1 },
  charges: [{ kind: 'usage', code: 'calls', meter: 'calls', price: { kind: 'per-unit', unit: '2.00' } }],
};

export interface StartingPoint {
  readonly session: TargetSession;
  readonly customer: Customer;
  readonly subscription: Subscription;
}

/** A customer in Germany who subscribed on 1 January 2026, which is also the world's today. */
export async function startingPoint(
  world: ContractWorld,
  key: string,
  version: PlanVersion = flatPlan,
): Promise<StartingPoint> {
  const session = await world.open(key, firstDay);
  await session.publish(version);
  const customer = await newCustomer(session, `${key}-customer`);
  const subscription = await subscribe(session, { customer, plan: version.plan, start: firstDay });
  return { session, customer, subscription };
}

export function newCustomer(session: TargetSession, key: string): Promise<Customer> {
  return session.createCustomer({
    key,
    name: 'Contract Customer',
    country: 'DE',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  });
}

export interface SubscribeParts {
  readonly customer: Customer;
  readonly plan: string;
  readonly start: LocalDate;
}

export function subscribe(
  session: TargetSession,
  { customer, plan, start }: SubscribeParts,
): Promise<Subscription> {
  return session.subscribe({
    key: `${customer.key}-${plan}`,
    customerId: customer.id,
    plan,
    start,
    quantity: '1',
    billing: 'anniversary',
  });
}
