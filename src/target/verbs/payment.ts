import type { NewPayment, Payment } from '../../model/billing/payment.ts';

export interface PaymentVerbs {
  pay(payment: NewPayment): Promise<Payment>;
  payments(customerId: string): Promise<readonly Payment[]>;
}
