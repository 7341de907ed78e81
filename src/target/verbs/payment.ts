import type { NewPayment, Payment } from '../../model/billing/payment.ts';
import type { Money } from '../../model/money.ts';

export interface PaymentVerbs {
  pay(payment: NewPayment): Promise<Payment>;
  payments(customerId: string): Promise<readonly Payment[]>;
  /** Tries to set another amount on a payment that exists. A sound target refuses; one that has no such way does too. */
  amendPayment(paymentId: string, amount: Money): Promise<void>;
}
