import type { NewSubscription, Subscription, Timing } from '../../model/billing/subscription.ts';

export interface SubscriptionVerbs {
  subscribe(subscription: NewSubscription): Promise<Subscription>;
  changePlan(subscriptionId: string, plan: string, timing: Timing): Promise<Subscription>;
  cancel(subscriptionId: string, timing: Timing): Promise<Subscription>;
  subscription(id: string): Promise<Subscription>;
}
