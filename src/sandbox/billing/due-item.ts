import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import type { Fraction } from '../arithmetic/fraction.ts';
import type { LineTerms } from './stored-invoice.ts';

/** One service period of one state of a subscription, as far as the subscription uses it. */
export interface Segment {
  /** Which state of the subscription, counted from 0 through its changes. */
  readonly assignment: number;
  readonly plan: string;
  readonly quantity: string;
  readonly whole: Period;
  /** How many whole periods lie between the anchor and this one. */
  readonly index: number;
  /** Lies within `whole`; shorter at a stub, a change or a cancellation. */
  readonly used: Period;
  readonly state: 'active' | 'paused';
  /** The first day of the plan, whatever its quantity and pauses since. */
  readonly onPlanSince: LocalDate;
  /** How many plans the subscription had before. */
  readonly plansBefore: number;
}

/** One amount that falls due on one day and may be billed once only. */
export interface DueItem {
  /** Unique within the subscription. */
  readonly key: string;
  readonly kind: 'advance' | 'arrears' | 'usage' | 'one-off' | 'credit';
  readonly due: LocalDate;
  readonly segment: Segment;
  readonly version: PlanVersion;
  /** With the price that this customer pays. */
  readonly charge: Charge;
  /** What the price is multiplied with. */
  readonly factor: Fraction;
  /** Discounts and tax of the line that a credit takes back; null for all others, which go by the day of issue. */
  readonly terms: LineTerms | null;
}
