import type { Context } from '../engine.ts';

/** Customers to whom nothing is billed for a while. */
export interface HoldProcedures {
  readonly holdInvoices: (context: Context, customerId: string) => void;
  readonly releaseInvoices: (context: Context, customerId: string) => void;
}
