import type { LocalDate } from '../date.ts';
import type { Money } from '../money.ts';

export interface NewPayment {
  /** Repeating a payment with the same key must change nothing more. */
  readonly key: string;
  readonly invoiceId: string;
  readonly amount: Money;
}

export interface Payment extends NewPayment {
  readonly id: string;
  /** charged-back: it went through, and the customer's bank took it back. */
  readonly status: 'succeeded' | 'declined' | 'pending' | 'charged-back';
  readonly date: LocalDate;
  /** The amount as the gateway was asked for it, in minor units; null where the target does not show it. */
  readonly gatewayAmountMinor: bigint | null;
}
