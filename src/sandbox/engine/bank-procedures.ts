import type { BankMandate, StatementResult } from '../../model/billing/bank.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Money } from '../../model/money.ts';
import type { StoredInvoice } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';

/** Files to the bank and from it. */
export interface BankProcedures {
  readonly signMandate: (context: Context, mandate: BankMandate) => void;
  /** Answers the id of the file, of the first one when the key comes again. */
  readonly writeCollection: (context: Context, request: CollectionRequest) => string;
  /** What is due up to the day, may be taken from an account, and was not asked for before. */
  readonly invoicesToCollect: (context: Context, dueUpTo: LocalDate) => readonly CollectedInvoice[];
  readonly importStatement: (context: Context, content: string) => readonly StatementResult[];
  readonly bookLine: (context: Context, line: StatementLine) => StatementResult;
  /** Keeps the booking; false when it was booked before. */
  readonly claimBooking: (context: Context, booking: Booking) => boolean;
  /** The invoices that the booking is for; none when nobody knows. All of them are of one customer. */
  readonly matchBooking: (context: Context, booking: Booking) => readonly StoredInvoice[];
  readonly applyCash: (context: Context, application: CashApplication) => void;
}

export interface CollectionRequest {
  readonly key: string;
  readonly dueUpTo: LocalDate;
}

export interface CollectedInvoice {
  readonly invoice: StoredInvoice;
  readonly due: Money;
  readonly name: string;
  readonly mandate: BankMandate;
}

/** A line of the file as it is. */
export interface StatementLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Booking {
  readonly reference: string;
  readonly bookedOn: LocalDate;
  readonly amount: Money;
  readonly text: string;
  readonly name: string;
}

export interface CashApplication {
  readonly reference: string;
  readonly customerId: string;
}
