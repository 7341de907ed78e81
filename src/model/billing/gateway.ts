import type { CurrencyCode } from '../currency.ts';

/** How charges to a payment method end. Every payment service has test cards that do these. */
export type PaymentBehaviour =
  | 'succeeds'
  /** Not now: too little money on the account. */
  | 'declines-soft'
  /** Never: the card was stolen. */
  | 'declines-hard'
  /** The money moves, and the answer never comes. */
  | 'times-out-after-doing-it'
  /** Undecided until the payment service tells. */
  | 'stays-pending';

export interface PaymentMethod {
  readonly behaviour: PaymentBehaviour;
  /** automatic: the target itself charges it when an invoice asks for money. */
  readonly collection: 'manual' | 'automatic';
}

/** What the payment service itself says that it did, whatever the target believes. */
export interface GatewayMovement {
  readonly kind: 'charge' | 'refund';
  readonly status: 'succeeded' | 'declined' | 'pending' | 'charged-back';
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
}

/** The payment service tells what became of a payment. One `id` that comes again is the same notification. */
export interface PaymentNotification {
  readonly id: string;
  readonly paymentId: string;
  readonly outcome: 'pending' | 'succeeded' | 'declined' | 'charged-back';
}
