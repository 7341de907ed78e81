import type { DiscountShare } from '../../model/billing/coupon.ts';
import type { InvoiceLineKind } from '../../model/billing/invoice.ts';
import type { TaxShare, TaxTreatment } from '../../model/billing/tax.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { TaxDecision } from '../engine/tax-procedures.ts';
import type { OpenAmounts } from '../rules/invoicing/amount-due.ts';

/** What was done to a line that a credit takes back: of `price`, `taken` went off, and the rest was taxed so. */
export interface LineTerms {
  readonly price: bigint;
  readonly taken: bigint;
  readonly tax: TaxDecision;
}

/** What a coupon took off, in the terms of the prices. */
export interface InvoiceDiscount extends DiscountShare<bigint> {
  readonly redemptionId: string;
}

export type InvoiceTax = TaxShare<bigint>;

/** A line in minor units of the invoice's currency. */
export interface StoredLine {
  readonly kind: InvoiceLineKind;
  readonly text: string;
  readonly subscriptionId: string | null;
  readonly plan: string | null;
  readonly charge: string | null;
  readonly priceVersion: LocalDate | null;
  readonly period: Period | null;
  readonly quantity: Decimal;
  readonly net: bigint;
  readonly discount: bigint;
  readonly tax: bigint;
  /** What `price` and `taken` mean: without tax or with it. */
  readonly prices: 'net' | 'gross';
  readonly price: bigint;
  readonly taken: bigint;
  readonly taxPercent: Decimal;
  readonly taxTreatment: TaxTreatment;
}

export interface InvoiceDraft {
  readonly customerId: string;
  readonly currency: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly lines: readonly StoredLine[];
  readonly subtotal: bigint;
  readonly discount: bigint;
  readonly tax: bigint;
  readonly total: bigint;
  readonly discounts: readonly InvoiceDiscount[];
  readonly taxes: readonly InvoiceTax[];
}

/** An invoice as far as it is owed: without what stands on it. */
export interface InvoiceAccount extends Pick<InvoiceDraft, 'issueDate' | 'dueDate' | 'total'> {
  readonly id: string;
  readonly paid: bigint;
  /** What credit notes, balance and wallets took off what is due. */
  readonly credited: bigint;
  /** Null while it is in force. */
  readonly voidedOn: LocalDate | null;
}

export interface StoredInvoice extends InvoiceDraft, InvoiceAccount {
  readonly number: string;
  /** The order of issue within the database. */
  readonly sequence: number;
}

export function openAmounts({ total, paid, credited, voidedOn }: InvoiceAccount): OpenAmounts {
  return { total, paid, credited, isVoid: voidedOn !== null };
}
