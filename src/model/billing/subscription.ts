import type { LocalDate, Period } from '../date.ts';
import type { Decimal } from '../decimal.ts';
import type { ChargePrice } from './catalog.ts';

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
  /**
   * Periods begin on the day of the month that all such subscriptions of the customer share: that of the one which was ordered
   * first. One that begins between two such days is charged in part up to the next. Only where `billing` is "anniversary".
   */
  readonly sharesBillDay?: boolean | undefined;
  /** So many days from the start, charges that a trial keeps free are not billed. */
  readonly trialDays?: number | undefined;
  /** The subscription whose periods an add-on shares and with which it ends, whenever and however that does; the target's id. */
  readonly addOnTo?: string | undefined;
  /** Prices agreed with this customer for the plan of the order, whatever the price list says. */
  readonly negotiated?: readonly ChargePrice[] | undefined;
  readonly term?: Term | undefined;
}

/** For how long a contract is made. */
export interface Term {
  /** Counted in periods of the plan. */
  readonly periods: number;
  readonly atEnd: 'renew' | 'end';
  /** Added to recurring prices at each renewal, on top of the increases before. */
  readonly upliftPercent: Decimal;
}

/** On which day of the month whole periods begin, from the first such day on that is not before `from`. */
export interface NewBillDay {
  /** From 1 to 31; a month that does not have it is billed on its last. */
  readonly day: number;
  readonly from: LocalDate;
}

/** What was planned for a later day and can still be taken back. */
export type Planned = 'cancellation' | 'change';

export interface Subscription extends NewSubscription {
  readonly id: string;
  readonly state: 'active' | 'paused' | 'cancelled' | 'pending';
  /** The last day is not included; null while nothing ends it. */
  readonly end: LocalDate | null;
  readonly currentPeriod: Period | null;
}
