import type { LocalDate, Period } from '../date.ts';
import type { Decimal } from '../decimal.ts';

/** When a change takes effect. The day of change belongs to the new state unless the policy profile says otherwise. */
export type Timing = { readonly kind: 'date'; readonly date: LocalDate } | { readonly kind: 'period-end' };

export interface NewSubscription {
  readonly key: string;
  readonly customerId: string;
  readonly plan: string;
  readonly start: LocalDate;
  /** Of recurring charges, such as seats; "1" when the plan has none. */
  readonly quantity: Decimal;
  /** anniversary: periods begin on the start day (kept over short months); calendar: on the first of the month. */
  readonly billing: 'anniversary' | 'calendar';
}

export interface Subscription extends NewSubscription {
  readonly id: string;
  readonly state: 'active' | 'cancelled' | 'pending';
  /** The last day is not included; null while nothing ends it. */
  readonly end: LocalDate | null;
  readonly currentPeriod: Period | null;
}
