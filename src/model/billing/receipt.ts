import type { Money } from '../money.ts';
import type { Payment } from './payment.ts';

/** Money that came without being asked for, as by bank transfer. */
export interface NewReceipt {
  readonly key: string;
  readonly customerId: string;
  readonly amount: Money;
  /** What it is meant for, in this order; null leaves it to the target's own habit. */
  readonly invoiceIds: readonly string[] | null;
}

export interface Receipt {
  /** One for each invoice that it pays, in the order of allocation. */
  readonly payments: readonly Payment[];
  /** What no invoice needed: it stands on the customer's balance. */
  readonly surplus: Money;
}
