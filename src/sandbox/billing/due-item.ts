import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import type { LineTerms } from './stored-invoice.ts';

/** One service period of one plan of a subscription, as far as the subscription uses it. */
export interface Segment {
  /** Which plan of the subscription, counted from 0 through its changes. */
  readonly assignment: number;
  readonly plan: string;
  readonly whole: Period;
  /** Lies within `whole`; shorter at a stub, a change or a cancellation. */
  readonly used: Period;
}

/** One amount that falls due on one day and may be billed once only. */
export interface DueItem {
  /** Unique within the subscription. */
  readonly key: string;
  readonly kind: 'advance' | 'arrears' | 'usage' | 'credit';
  readonly due: LocalDate;
  readonly segment: Segment;
  readonly version: PlanVersion;
  readonly charge: Charge;
  /** Discounts and tax of the line that a credit takes back; null for all others, which go by the day of issue. */
  readonly terms: LineTerms | null;
}
