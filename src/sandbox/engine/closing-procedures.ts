import type { UnpaidAtClosing } from '../../model/billing/customer.ts';
import type { Context } from '../engine.ts';

/** Customers who leave for good. */
export interface ClosingProcedures {
  readonly closeCustomer: (context: Context, closing: Closing) => void;
  /** Ends what the customer has, each with the period that is billed. */
  readonly endAllServices: (context: Context, customerId: string) => void;
  readonly settleUnpaid: (context: Context, closing: Closing) => void;
}

export interface Closing {
  readonly customerId: string;
  readonly unpaid: UnpaidAtClosing;
}
