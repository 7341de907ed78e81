import type { GatewayMovement, PaymentMethod, PaymentNotification } from '../../model/billing/gateway.ts';

export interface GatewayVerbs {
  /** How charges to the customer end from now on. */
  setPaymentMethod(customerId: string, method: PaymentMethod): Promise<void>;
  /** All that the payment service was asked for, oldest first, by its own record. */
  gatewayMovements(customerId: string): Promise<readonly GatewayMovement[]>;
  /**
   * The payment service ends the payment so, where it can still end so, and notifies the target. Resolves when the target
   * has taken the notification.
   */
  notifyPayment(notification: PaymentNotification): Promise<void>;
}
