import type { ChargePrice } from '../../model/billing/catalog.ts';
import type {
  NewBillDay,
  NewSubscription,
  Planned,
  Subscription,
  Timing,
} from '../../model/billing/subscription.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';

export interface SubscriptionVerbs {
  subscribe(subscription: NewSubscription): Promise<Subscription>;
  changePlan(subscriptionId: string, plan: string, timing: Timing): Promise<Subscription>;
  changePlanAtPrice(subscriptionId: string, change: PricedChange): Promise<Subscription>;
  /** The new plan, in periods that go by that day of the month: the days up to the first of them are charged in part. */
  changePlanAndBillDay(subscriptionId: string, change: RedatedChange): Promise<Subscription>;
  /** Whole periods begin anew on the first such day; paid days of the period that it cuts are given back. */
  changeBillDay(subscriptionId: string, billDay: NewBillDay): Promise<Subscription>;
  /** From then on the new quantity is charged; paid days of the old one are given back. */
  changeQuantity(subscriptionId: string, quantity: Decimal, timing: Timing): Promise<Subscription>;
  /** Recurring billing stops; usage goes on being metered. */
  pause(subscriptionId: string, timing: Timing): Promise<Subscription>;
  /** Billing goes on in the periods from before the pause. */
  resume(subscriptionId: string, timing: Timing): Promise<Subscription>;
  /** Takes back what was planned for a later day; refused when there is nothing. */
  undo(subscriptionId: string, what: Planned): Promise<Subscription>;
  cancel(subscriptionId: string, timing: Timing): Promise<Subscription>;
  /** Ends as of the first day of the running period, or of the plan or the end of the trial where these lie within it. */
  cancelRunningPeriod(subscriptionId: string): Promise<Subscription>;
  subscription(id: string): Promise<Subscription>;
  /** The first day that no fee on an invoice pays for; null where none does. A draft is no invoice yet. */
  billedThrough(subscriptionId: string): Promise<LocalDate | null>;
}

export interface PricedChange {
  readonly plan: string;
  readonly timing: Timing;
  /** Prices agreed with this customer for the new plan. */
  readonly negotiated: readonly ChargePrice[];
}

export interface RedatedChange {
  readonly plan: string;
  readonly timing: Timing;
  /** From 1 to 31; a month that does not have it is billed on its last. */
  readonly billDay: number;
}
