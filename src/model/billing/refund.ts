import type { LocalDate } from '../date.ts';
import type { Money } from '../money.ts';

export interface NewRefund {
  /** Repeating a refund with the same key must change nothing more. */
  readonly key: string;
  readonly paymentId: string;
  /** Without a credit note: what it gives back is owed again. */
  readonly amount: Money;
}

export interface Refund extends NewRefund {
  readonly id: string;
  readonly status: 'succeeded' | 'declined' | 'pending';
  readonly date: LocalDate;
}
