import type { ChargePrice } from '../../model/billing/catalog.ts';
import type { Term } from '../../model/billing/subscription.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';

/** All that happened to one subscription and that its invoices depend on. */
export interface SubscriptionHistory {
  /** What the caller knows the subscription by; lines carry it. */
  readonly key: string;
  readonly plan: string;
  readonly start: LocalDate;
  /** The day of the order, when it is not the start; what was due before is then invoiced on it. */
  readonly toldOn?: LocalDate;
  readonly quantity: Decimal;
  readonly billing: 'anniversary' | 'calendar';
  /** In order of their day, which is the first one of the new plan. */
  readonly changes: readonly (Told & { readonly plan: string })[];
  /** In order of their day, which is the first one of the new quantity. */
  readonly quantities?: readonly (Told & { readonly quantity: Decimal })[];
  /** In order, without overlap. */
  readonly pauses?: readonly Pause[];
  /** The first day without service. */
  readonly cancelledOn: LocalDate | null;
  /** The day on which the cancellation was told, when it is not its own. */
  readonly cancelToldOn?: LocalDate;
  readonly cancelTiming?: 'period-end';
  /** So many days from the start are free, but for charges that a trial does not free. */
  readonly trialDays?: number;
  /** Key of the subscription whose periods this one shares and with which it ends. */
  readonly addOnTo?: string;
  /** Agreed for the plan of the order. */
  readonly negotiated?: readonly ChargePrice[];
  readonly term?: Term;
  /** What was planned and taken back before its day: it changes no invoice. */
  readonly undone?: readonly UndonePlan[];
}

/** Something that takes effect on a day and may be told on another one. */
export interface Told {
  readonly on: LocalDate;
  /** The day itself when absent. */
  readonly toldOn?: LocalDate;
  /** Told as "at the end of the period", which is the day `on`; else the day itself is told. */
  readonly timing?: 'period-end';
  /** Told after all else that is told of the subscription on the day, but for an end. */
  readonly isToldLast?: true;
}

export interface Pause extends Told {
  /** The first day with service again; null while it lasts. */
  readonly until: LocalDate | null;
  /** The day on which the resumption was told, when it is not its own. */
  readonly untilToldOn?: LocalDate;
}

export type UndonePlan =
  | {
      readonly kind: 'cancellation';
      readonly on: LocalDate;
      readonly toldOn: LocalDate;
      readonly undoneOn: LocalDate;
      readonly timing?: 'period-end';
    }
  | {
      readonly kind: 'change';
      readonly plan: string;
      readonly on: LocalDate;
      readonly toldOn: LocalDate;
      readonly undoneOn: LocalDate;
      readonly timing?: 'period-end';
    };
