import type { ChargePrice } from '../../model/billing/catalog.ts';
import type { NewBillDay, NewSubscription, Planned, Timing } from '../../model/billing/subscription.ts';
import type { Context } from '../engine.ts';

/** What happens to a subscription from its order to its end. Each bills at once what is due when its day has come. */
export interface SubscriptionProcedures {
  /** Answers the id of the new subscription. */
  readonly subscribe: (context: Context, subscription: NewSubscription) => string;
  readonly changePlan: (context: Context, change: PlanChange) => void;
  readonly changeBillDay: (context: Context, change: BillDayChange) => void;
  readonly changeQuantity: (context: Context, change: QuantityChange) => void;
  readonly pause: (context: Context, pause: Interruption) => void;
  readonly resume: (context: Context, resumption: Interruption) => void;
  readonly cancel: (context: Context, cancellation: Interruption) => void;
  readonly cancelRunningPeriod: (context: Context, of: { readonly subscriptionId: string }) => void;
  /** Takes back what was planned for a later day. */
  readonly undo: (context: Context, undoing: Undoing) => void;
}

export interface PlanChange extends Interruption {
  readonly plan: string;
  /** Prices agreed for the new plan. */
  readonly negotiated?: readonly ChargePrice[] | undefined;
  /** On which day of the month the new plan is billed; absent: as the old one is. */
  readonly billDay?: number | undefined;
}

export interface BillDayChange extends NewBillDay {
  readonly subscriptionId: string;
}

export interface QuantityChange extends Interruption {
  readonly quantity: string;
}

export interface Interruption {
  readonly subscriptionId: string;
  readonly timing: Timing;
}

export interface Undoing {
  readonly subscriptionId: string;
  readonly what: Planned;
}
