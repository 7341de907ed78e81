import type { CurrencyCode } from '../currency.ts';
import type { LocalDate } from '../date.ts';
import type { PriceModel } from './price.ts';
import type { UsageCharge } from './usage-charge.ts';

export interface Interval {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  /** At least 1; a quarter is 3 months. */
  readonly count: number;
}

/** advance: billed at the start of the period it pays for; arrears: at its end. Usage is always in arrears. */
export type BillingTiming = 'advance' | 'arrears';

/** One thing a plan charges for. The quantity of a recurring charge is the subscription's, that of a usage charge its meter's. */
export type Charge =
  | {
      readonly kind: 'recurring';
      readonly code: string;
      readonly timing: BillingTiming;
      readonly price: PriceModel;
      /** Picks tax rates of their own, such as "books"; not told is taxed at the usual rate. */
      readonly taxCategory?: string;
      /** Whether a trial keeps it from being billed; free unless said otherwise. */
      readonly inTrial?: 'free' | 'charged' | undefined;
    }
  | {
      /** Once, on the first day of the subscription: a setup fee. Its quantity is one. */
      readonly kind: 'one-off';
      readonly code: string;
      readonly price: PriceModel;
      readonly taxCategory?: string;
    }
  | UsageCharge;

/** One version of a plan. The version in force on the first day of a service period prices that period. */
export interface PlanVersion {
  /** Names the plan for ever; the same over all its versions. */
  readonly plan: string;
  readonly effectiveFrom: LocalDate;
  readonly currency: CurrencyCode;
  readonly interval: Interval;
  readonly charges: readonly Charge[];
  /** gross: the tax is within the prices; not told is net, on top of which it comes. */
  readonly prices?: 'net' | 'gross';
  /** What customers who pay in other currencies are charged. */
  readonly otherCurrencies?: readonly CurrencyPrices[] | undefined;
  /**
   * From which day on this version also prices who took the plan before it was there, from his first period that begins then or
   * later. Not told: as the target's profile says.
   */
  readonly runningFrom?: LocalDate | undefined;
}

/** The prices of a plan in a further currency, one for each charge. */
export interface CurrencyPrices {
  readonly currency: CurrencyCode;
  readonly prices: readonly ChargePrice[];
}

/** Another price for one charge of a plan. */
export interface ChargePrice {
  readonly charge: string;
  readonly price: PriceModel;
}
