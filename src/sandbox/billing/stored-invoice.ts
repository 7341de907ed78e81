import type { InvoiceLineKind } from '../../model/billing/invoice.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { OpenAmounts } from '../rules/amount-due.ts';

/** What is done to a line after its net amount is known. */
export interface LineTerms {
  readonly discountPercents: readonly Decimal[];
  readonly taxPercent: Decimal;
}

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
}

export interface StoredInvoice extends InvoiceDraft {
  readonly id: string;
  readonly number: string;
  /** The order of issue within the database. */
  readonly sequence: number;
  readonly paid: bigint;
  /** What credit notes, balance and wallets took off what is due. */
  readonly credited: bigint;
  /** Null while it is in force. */
  readonly voidedOn: LocalDate | null;
}

export function openAmounts({ total, paid, credited, voidedOn }: StoredInvoice): OpenAmounts {
  return { total, paid, credited, isVoid: voidedOn !== null };
}
