import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { NewSubscription, Subscription } from '../../model/billing/subscription.ts';
import type { LocalDate } from '../../model/date.ts';
import type { TargetSession } from '../../target/session.ts';
import { castMember } from '../cast.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import type { World } from '../world.ts';

export interface OpenContract {
  readonly session: TargetSession;
  readonly customerId: string;
  readonly subscription: Subscription;
}

/** The shortest way to a customer with a running subscription: one of the cast buys the plan on the day. */
export async function openContract(
  world: World,
  contract: {
    readonly customer: string;
    readonly plan: PlanVersion;
    readonly start: LocalDate;
    /** Where something was set up before; else a world of its own. */
    readonly session?: TargetSession;
    /** What the order says beside customer, plan and day. */
    readonly order?: Partial<NewSubscription>;
    /** Where the check has several: keys of this one begin with it. */
    readonly key?: string;
    /** What is said of the customer before he orders. */
    readonly before?: ((customerId: string) => Promise<void>) | undefined;
  },
): Promise<OpenContract> {
  const { customer: name, plan, start, key = world.checkId } = contract;
  const member = castMember(name);
  if (member === null) throw new ScenarioDefect(`"${name}" is not in the cast.`);
  const session = contract.session ?? (await world.target(start));
  await session.publish(plan);
  const { country, timeZone } = member;
  const { id: customerId } = await session.createCustomer({
    key: `${key}-customer`,
    name,
    country,
    currency: plan.currency,
    timeZone,
  });
  await contract.before?.(customerId);
  const subscription = await session.subscribe({
    key: `${key}-subscription`,
    customerId,
    plan: plan.plan,
    start,
    quantity: '1',
    billing: 'anniversary',
    ...contract.order,
  });
  return { session, customerId, subscription };
}
