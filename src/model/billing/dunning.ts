import type { LocalDate } from '../date.ts';
import type { Decimal } from '../decimal.ts';
import type { Money } from '../money.ts';

/** One step of asking harder. */
export interface DunningLevel {
  readonly name: string;
  /** So old is the oldest overdue invoice on the first day of the level. */
  readonly afterDays: number;
  /** The customer gets no service while he is on the level. */
  readonly suspends: boolean;
  /** Charged when the level begins, in the customer's currency; null for none. */
  readonly fee: Decimal | null;
  /** A year's interest on what is overdue, charged when the level begins for the days until then; null for none. */
  readonly interestPercent: Decimal | null;
}

/** How a seller comes to his money. */
export interface DunningPolicy {
  /** When an invoice is charged to a payment method for the first time, where collection is automatic. */
  readonly firstAttempt: 'issue-date' | 'due-date';
  /** So many days after the first attempt a soft decline is tried again. A hard decline never is. */
  readonly retryDays: readonly number[];
  readonly ageFrom: 'issue-date' | 'due-date';
  /** Less than this much overdue is not dunned, in the customer's currency; null dunnes all. */
  readonly threshold: Decimal | null;
  /** By age. */
  readonly levels: readonly DunningLevel[];
}

export interface Reminder {
  readonly date: LocalDate;
  readonly level: string;
  readonly overdue: Money;
}

/** What being late cost: an invoice of its own, which paying the overdue one does not settle. */
export interface LateCharge {
  readonly date: LocalDate;
  readonly level: string;
  readonly fee: Money;
  readonly interest: Money;
  readonly invoiceId: string;
}

export interface DunningState {
  /** Null is clear. */
  readonly level: string | null;
  readonly isSuspended: boolean;
  readonly reminders: readonly Reminder[];
  readonly charges: readonly LateCharge[];
}
