import type { LocalDate } from '../date.ts';
import type { Money } from '../money.ts';

/**
 * Why a customer's balance moved. credit-note: what a note gave beyond the open part of its invoice; invoice-void: money paid
 * for an invoice that was voided; applied: used on an invoice; returned: given back by an invoice that was voided;
 * credit-note-void: a note was taken back; overpayment: money came that no invoice needed; charged-back: the bank took back what
 * was paid for an invoice that is void.
 */
export type BalanceEntryKind =
  | 'credit-note'
  | 'invoice-void'
  | 'applied'
  | 'returned'
  | 'credit-note-void'
  | 'overpayment'
  | 'charged-back';

/** One movement of what the seller owes a customer. */
export interface BalanceEntry {
  readonly id: string;
  readonly date: LocalDate;
  readonly kind: BalanceEntryKind;
  /** Positive gives credit to the customer, negative uses it. */
  readonly amount: Money;
  /** The invoice that gave or used it. */
  readonly invoiceId: string | null;
}

/** What the seller owes a customer and takes off his next invoices. Always the sum of its entries, never negative. */
export interface CustomerBalance {
  readonly amount: Money;
  /** Oldest first. */
  readonly entries: readonly BalanceEntry[];
}
