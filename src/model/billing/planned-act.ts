import type { LocalDate } from '../date.ts';
import type { ChargePrice } from './catalog.ts';
import type { NewSubscription } from './subscription.ts';

/** What a customer thinks of doing, and asks the price of. */
export type PlannedAct =
  | { readonly kind: 'order'; readonly order: NewSubscription }
  | {
      readonly kind: 'change';
      readonly subscriptionId: string;
      readonly plan: string;
      readonly date: LocalDate;
      /** Prices agreed for the new plan. */
      readonly negotiated?: readonly ChargePrice[] | undefined;
    }
  | { readonly kind: 'end'; readonly subscriptionId: string; readonly date: LocalDate };
