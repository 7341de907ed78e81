import type { MeteredEvent, TrailStep } from '../../model/billing/calculation.ts';
import type { Interval, PlanVersion } from '../../model/billing/catalog.ts';
import type { Coupon, DiscountShare } from '../../model/billing/coupon.ts';
import type { InvoiceLineKind } from '../../model/billing/invoice.ts';
import type { TaxParty, TaxPlace, TaxShare } from '../../model/billing/tax.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import type { LocalDate, Period, TimeZoneId } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Money } from '../../model/money.ts';
import type { SubscriptionHistory } from './subscription-history.ts';

/** All that happened to one customer and that his invoices depend on. */
export interface BillingHistory {
  readonly currency: CurrencyCode;
  readonly timeZone: TimeZoneId;
  /** All versions of all plans that the subscriptions name. */
  readonly plans: readonly PlanVersion[];
  readonly subscriptions: readonly SubscriptionHistory[];
  readonly usage: readonly MeteredUsage[];
  /** Rates of the customer's country; the latest that began by the day that counts applies, none is 0. */
  readonly taxRates: readonly TaxFrom[];
  readonly discounts: readonly DiscountFrom[];
  /** In the order in which they were redeemed. */
  readonly coupons?: readonly CouponHeld[];
  /** Absent: a customer without anything special, in the seller's own country. */
  readonly tax?: { readonly seller: TaxPlace; readonly customer: TaxParty };
  /** Invoices issued on that day are still expected, later ones not. */
  readonly until: LocalDate;
}

/** Sent more than once with one id, it counts once. */
export interface MeteredUsage extends MeteredEvent {
  readonly meter: string;
  /** The key of the subscription that it belongs to; absent: every one that charges for the meter. */
  readonly subscription?: string | undefined;
  /** The day on which the target was told, after its bills of that day; absent: the day of the usage itself. */
  readonly arrived?: LocalDate | undefined;
}

export interface TaxFrom {
  readonly from: LocalDate;
  readonly ratePercent: Decimal;
  /** Only in that part of the country; absent is everywhere. */
  readonly region?: string | null;
  /** Only for charges of that category; absent is all. */
  readonly category?: string | null;
}

/** A coupon in the customer's hands. */
export interface CouponHeld {
  readonly coupon: Coupon;
  readonly redeemedOn: LocalDate;
  /** The key of the only subscription that it is for; null is all. */
  readonly subscription: string | null;
}

/** Taken off every invoice issued on that day or later. */
export interface DiscountFrom {
  readonly from: LocalDate;
  readonly percent: Decimal;
}

export interface ExpectedLine {
  readonly kind: Exclude<InvoiceLineKind, 'discount' | 'adjustment'>;
  readonly subscription: string;
  readonly plan: string;
  readonly charge: string;
  /** First day of the plan version that priced the line. */
  readonly priceVersion: LocalDate;
  readonly period: Period;
  readonly quantity: Decimal;
  /** Before discount. */
  readonly net: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly trail: readonly TrailStep[];
}

export interface ExpectedInvoice {
  readonly issueDate: LocalDate;
  readonly currency: CurrencyCode;
  /** In no order that a target would have to keep. */
  readonly lines: readonly ExpectedLine[];
  readonly subtotal: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly total: Money;
  /** What each coupon in force took off, in their order. */
  readonly discounts: readonly DiscountShare<Money>[];
  /** What each rate came to. */
  readonly taxes: readonly TaxShare<Money>[];
  readonly trail: readonly TrailStep[];
}

/** One plan from one day to another, with the grid of periods that it is billed on. */
export interface Stint {
  readonly subscription: SubscriptionHistory;
  readonly plan: string;
  readonly from: LocalDate;
  /** Null while nothing ends it. */
  readonly to: LocalDate | null;
  /** The day on which its grid of periods is anchored. */
  readonly anchor: LocalDate;
  readonly interval: Interval;
  readonly billing: SubscriptionHistory['billing'];
}
