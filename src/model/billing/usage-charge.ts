import type { Decimal } from '../decimal.ts';
import type { PriceModel } from './price.ts';

/**
 * How the events of a period become one quantity. sum: their quantities together; count: how many there were; max: the
 * greatest quantity; min: the least; average: the mean of all; last: that of the latest event; unique: how many subjects
 * were added and not removed again; weighted-sum: each change counts for the share of the period from its moment on.
 */
export type Aggregation = 'sum' | 'count' | 'max' | 'min' | 'average' | 'last' | 'unique' | 'weighted-sum';

/**
 * Events that have a price of their own. An event is in exactly one bucket, the most special that it fits: the one that
 * asks for the most, then the one that leaves the fewest values open, then the first in the list.
 */
export interface UsageBucket {
  /** Names the line; unique in the plan, as the code of a charge. */
  readonly code: string;
  /** Each property named here must have one of the values. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** Whole hours of the customer's day, `to` not included; absent for the whole day. */
  readonly hours?: { readonly from: number; readonly to: number } | undefined;
  readonly price: PriceModel;
}

/** A charge for what a meter counts. Whatever is absent does not apply. */
export interface UsageCharge {
  readonly kind: 'usage';
  readonly code: string;
  readonly meter: string;
  /** Of events that are in no bucket. */
  readonly price: PriceModel;
  /** Absent: sum. */
  readonly aggregation?: Aggregation | undefined;
  /** Events with equal values of these properties are aggregated and priced apart, and billed on one line. */
  readonly groupBy?: readonly string[] | undefined;
  readonly buckets?: readonly UsageBucket[] | undefined;
  /** Units of each period that are included in the plan and cost nothing. */
  readonly included?: Decimal | undefined;
  /** What a period of usage costs at least; a line of its own tops it up. */
  readonly minimum?: Decimal | undefined;
  /** Picks tax rates of their own; not told is taxed at the usual rate. */
  readonly taxCategory?: string | undefined;
}
