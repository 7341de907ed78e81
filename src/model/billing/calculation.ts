import type { CurrencyCode } from '../currency.ts';
import type { Instant, LocalDate, Period, TimeZoneId } from '../date.ts';
import type { Decimal } from '../decimal.ts';
import type { Interval } from './catalog.ts';
import type { CollectionCalculation, CollectionCalculationAnswer } from './collection-calculation.ts';
import type { ConversionAnswer, ConversionCalculation } from './conversion.ts';
import type { CreditCalculation, CreditCalculationAnswer } from './credit-calculation.ts';
import type { DocumentDiscount, DocumentLine } from './document-line.ts';
import type { DayCount, RoundingPoint } from './policy-profile.ts';
import type { PostingsAnswer, PostingsCalculation } from './postings-calculation.ts';
import type { PriceModel } from './price.ts';
import type { RecognitionGrain } from './revenue.ts';
import type { TaxCalculation, TaxCalculationAnswer } from './tax-calculation.ts';
import type { UsageEvent } from './usage.ts';
import type { UsageCharge } from './usage-charge.ts';

/**
 * One self-contained question with one right answer under a stated policy. A target answers it through `preview`, the
 * oracle by itself; neither sees the other's answer. Amounts are major units as decimals.
 */
export type Calculation =
  | CollectionCalculation
  | CreditCalculation
  | TaxCalculation
  | ConversionCalculation
  | PostingsCalculation
  | {
      /**
       * What a quantity costs. `alreadyBilled` is the part of the same period that was billed before; `quantity` comes on
       * top of it and does not contain it: the answer is the price of both together less the price of the earlier part.
       */
      readonly kind: 'rating';
      readonly currency: CurrencyCode;
      readonly price: PriceModel;
      readonly quantity: Decimal;
      readonly alreadyBilled: Decimal;
      /** Running totals of single events, for prices that count events; empty when the price does not. */
      readonly runningTotals: readonly Decimal[];
      readonly minimum: Decimal | null;
      readonly maximum: Decimal | null;
      /** The part of a period that the minimum is for, and the whole one. Absent: the minimum is for all of it. */
      readonly commitmentPeriod?:
        | { readonly used: Period; readonly whole: Period; readonly dayCount: DayCount }
        | undefined;
      /** Usage of a period that is over, on a bill that takes no older ones than this; it costs nothing beyond. Absent: not late. */
      readonly late?: LateUse | undefined;
      /** What earlier bills charged for the same quantity, as money; only the difference is billed. Absent: nothing. */
      readonly billedBefore?: Decimal | undefined;
    }
  | {
      /** Usage hour by hour, where each hour has a commitment of its own. */
      readonly kind: 'hourly-commitment';
      readonly currency: CurrencyCode;
      /** Which price an hour has; the one without hours is for all that no other is for. */
      readonly commitments: readonly HourlyCommitment[];
      readonly windows: readonly { readonly hour: number; readonly quantity: Decimal }[];
    }
  | {
      /** One period of usage that is billed ahead of its end whenever it reaches another threshold. */
      readonly kind: 'interim-bills';
      readonly currency: CurrencyCode;
      readonly price: PriceModel;
      /** Rising amounts of money. */
      readonly thresholds: readonly Decimal[];
      /** Quantities in the order in which they were used. */
      readonly usage: readonly Decimal[];
      /** What the last bill of the period charges beside the usage. */
      readonly fee: Decimal;
    }
  | {
      /** Totals of one document from its lines. Discounts apply in order, before tax. */
      readonly kind: 'document';
      readonly currency: CurrencyCode;
      readonly lines: readonly DocumentLine[];
      readonly discounts: readonly DocumentDiscount[];
      readonly roundingPoint: RoundingPoint;
      /**
       * Where tax is rounded once for several lines: what each comes to alone, or its share of the one that was rounded, so that
       * the shares come to it; with a credit among the lines each stays alone. Absent: alone.
       */
      readonly lineTaxes?: 'alone' | 'shared' | undefined;
    }
  | {
      /** The share of a periodic amount for `used` out of the whole period `whole`. */
      readonly kind: 'proration';
      readonly currency: CurrencyCode;
      readonly amount: Decimal;
      readonly whole: Period;
      readonly used: Period;
      readonly dayCount: DayCount;
    }
  | {
      /** What the events of one customer come to and cost under a charge, in each of the periods by the days of the zone. */
      readonly kind: 'metering';
      readonly currency: CurrencyCode;
      readonly timeZone: TimeZoneId;
      readonly charge: UsageCharge;
      /** Whether a period without any event costs what zero units cost, or nothing. Absent: priced. */
      readonly unusedPeriods?: 'priced' | 'free' | undefined;
      readonly periods: readonly Period[];
      readonly events: readonly MeteredEvent[];
    }
  | {
      /** The first `count` service periods from `start`. */
      readonly kind: 'periods';
      readonly start: LocalDate;
      readonly interval: Interval;
      readonly billing: 'anniversary' | 'calendar';
      readonly count: number;
    }
  | {
      /** In which months an amount is earned that was paid for the time from `from` until before `to`, months counted in UTC. */
      readonly kind: 'recognition';
      readonly currency: CurrencyCode;
      readonly amount: Decimal;
      readonly from: Instant;
      readonly to: Instant;
      readonly by: RecognitionGrain;
      /** What was earned before the month of that day is earned in it; null where every month keeps its own. */
      readonly bookedOn: LocalDate | null;
    };

/** A bill looks back over whole months, counted from its own day: a period that ended before them is closed. */
export interface LateUse {
  readonly usedIn: Period;
  readonly billedOn: LocalDate;
  readonly monthsBack: number;
}

/** What an hour costs at least, and what usage beyond that costs. */
export interface HourlyCommitment {
  /** Whole hours of the day, `to` not included; null for all other hours. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  readonly unit: Decimal;
  /** The amount committed to. */
  readonly minimum: Decimal;
  /** Usage beyond the commitment costs its price times this. */
  readonly overageFactor: Decimal;
  /** Whether what is missing to the commitment is charged. */
  readonly trueUp: boolean;
}

/** An event without the customer who caused it. */
export type MeteredEvent = Omit<UsageEvent, 'customerId' | 'meter' | 'subscriptionId'>;

/** One thing done on the way to an amount, in plain words: what, the figures that went in, and what came out. */
export interface TrailStep {
  readonly text: string;
  readonly value: string;
}

export type CalculationAnswer =
  | CollectionCalculationAnswer
  | CreditCalculationAnswer
  | TaxCalculationAnswer
  | ConversionAnswer
  | PostingsAnswer
  | {
      readonly kind: 'rating';
      /** What is billed after minimum and maximum; `unrounded` rounded to the currency. */
      readonly amount: Decimal;
      /** Exact where the target shows it, else null. */
      readonly unrounded: Decimal | null;
      /** What each tier of the price contributed before minimum and maximum, rounded, 0 for one not reached; empty for prices without tiers. */
      readonly perTier: readonly Decimal[];
      /** Added to reach the minimum; "0.00" without one. */
      readonly trueUp: Decimal;
      /** Taken off to keep to the maximum; "0.00" without one. */
      readonly capDiscount: Decimal;
    }
  | {
      readonly kind: 'document';
      readonly subtotal: Decimal;
      readonly discount: Decimal;
      readonly tax: Decimal;
      readonly total: Decimal;
      readonly lines: readonly { readonly net: Decimal; readonly discount: Decimal; readonly tax: Decimal }[];
    }
  | { readonly kind: 'proration'; readonly amount: Decimal; readonly days: number; readonly ofDays: number }
  | {
      readonly kind: 'metering';
      /** In the order asked; quantities before what is included is taken off. */
      readonly periods: readonly { readonly quantity: Decimal; readonly amount: Decimal }[];
    }
  | { readonly kind: 'hourly-commitment'; readonly windows: readonly Decimal[]; readonly total: Decimal }
  | {
      readonly kind: 'interim-bills';
      /** The bills ahead of the end, in order. */
      readonly interims: readonly Decimal[];
      /** What they charged, taken off the last bill. */
      readonly credits: Decimal;
      readonly final: Decimal;
    }
  | { readonly kind: 'periods'; readonly periods: readonly Period[] }
  | {
      readonly kind: 'recognition';
      readonly months: readonly { readonly month: LocalDate; readonly revenue: Decimal }[];
    };
