import type { DunningLevel } from '../../model/billing/dunning.ts';
import type { Context } from '../engine.ts';
import type { Debt } from '../rules/payment/dunning-level.ts';

/** How a seller comes to his money, in the order of effects. */
export interface DunningProcedures {
  /** What is done on each day, and after each change, beside billing. */
  readonly doDayWork: (context: Context) => Promise<void>;
  /** Charges what is due today to the payment methods of those who want it so. */
  readonly collectDue: (context: Context) => Promise<void>;
  /** Brings the customer to the level that his debts of today ask for. */
  readonly dun: (context: Context, occasion: DunningOccasion) => void;
  readonly debtsOf: (context: Context, customerId: string) => readonly Debt[];
  /** Writes an invoice of its own for fee and interest. */
  readonly chargeLateness: (context: Context, lateness: Lateness) => void;
  readonly setLevel: (context: Context, customerId: string, level: DunningLevel | null) => void;
  /** Takes service away or gives it back. */
  readonly setAccess: (context: Context, customerId: string, isSuspended: boolean) => void;
}

/** Why somebody looks at a customer's debts. */
export interface DunningOccasion {
  readonly customerId: string;
  readonly cause: 'day' | 'payment' | 'refund' | 'chargeback' | 'write-off' | 'credit' | 'void';
}

export interface Lateness {
  readonly customerId: string;
  readonly level: DunningLevel;
  readonly overdue: readonly Debt[];
}
