import type { ChargePrice } from '../../model/billing/catalog.ts';
import type { NewSubscription, Planned, Subscription, Timing } from '../../model/billing/subscription.ts';
import type { Decimal } from '../../model/decimal.ts';

export interface SubscriptionVerbs {
  subscribe(subscription: NewSubscription): Promise<Subscription>;
  changePlan(subscriptionId: string, plan: string, timing: Timing): Promise<Subscription>;
  changePlanAtPrice(subscriptionId: string, change: PricedChange): Promise<Subscription>;
  /** From then on the new quantity is charged; paid days of the old one are given back. */
  changeQuantity(subscriptionId: string, quantity: Decimal, timing: Timing): Promise<Subscription>;
  /** Recurring billing stops; usage goes on being metered. */
  pause(subscriptionId: string, timing: Timing): Promise<Subscription>;
  /** Billing goes on in the periods from before the pause. */
  resume(subscriptionId: string, timing: Timing): Promise<Subscription>;
  /** Takes back what was planned for a later day; refused when there is nothing. */
  undo(subscriptionId: string, what: Planned): Promise<Subscription>;
  cancel(subscriptionId: string, timing: Timing): Promise<Subscription>;
  subscription(id: string): Promise<Subscription>;
}

export interface PricedChange {
  readonly plan: string;
  readonly timing: Timing;
  /** Prices agreed with this customer for the new plan. */
  readonly negotiated: readonly ChargePrice[];
}
