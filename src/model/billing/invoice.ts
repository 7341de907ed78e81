import type { CurrencyCode } from '../currency.ts';
import type { LocalDate, Period } from '../date.ts';
import type { Decimal } from '../decimal.ts';
import type { Money } from '../money.ts';
import type { DiscountShare } from './coupon.ts';
import type { TaxShare, TaxTreatment } from './tax.ts';

export type InvoiceLineKind =
  | 'recurring'
  | 'one-off'
  | 'usage'
  | 'commitment'
  | 'proration-credit'
  | 'proration-charge'
  | 'discount'
  | 'adjustment';

export interface InvoiceLine {
  readonly kind: InvoiceLineKind;
  /** In the target's own words, as the customer reads it. */
  readonly text: string;
  readonly subscriptionId: string | null;
  readonly plan: string | null;
  /** The charge's code in the catalog, or null where a line has none. */
  readonly charge: string | null;
  /** First day of the plan version that priced the line; null where the target does not say. */
  readonly priceVersion: LocalDate | null;
  readonly period: Period | null;
  readonly quantity: Decimal;
  readonly net: Money;
  readonly tax: Money;
  /** What was taken off `net`; absent where the target does not say. */
  readonly discount?: Money;
  readonly taxPercent?: Decimal;
  readonly taxTreatment?: TaxTreatment;
}

/** A target's invoice in one shape for all targets: total = subtotal - discount + tax; due = total - paid - credited, and nothing once it is void. */
export interface Invoice {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly status: 'draft' | 'finalised' | 'void';
  readonly currency: CurrencyCode;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate | null;
  readonly lines: readonly InvoiceLine[];
  /** Sum of the lines' net amounts before discount. */
  readonly subtotal: Money;
  /** Zero or positive. */
  readonly discount: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly paid: Money;
  /** What credit notes, the customer's balance and prepaid credits took off what is due. */
  readonly credited: Money;
  readonly due: Money;
  /** What each coupon took off; they sum to `discount` but for what credits take back. Absent where the target does not say. */
  readonly discounts?: readonly DiscountShare<Money>[];
  /** What each rate came to; they sum to `tax`. Absent where the target does not say. */
  readonly taxes?: readonly TaxShare<Money>[];
}

export interface Rebill {
  /** Repeating it with the same key must change nothing more. */
  readonly key: string;
  /** The voided invoice. */
  readonly invoiceId: string;
  /** Positions, from 0, of lines that were wrong and are not billed again. */
  readonly without: readonly number[];
}
