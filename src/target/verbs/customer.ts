import type { Customer, Discount, NewCustomer, UnpaidAtClosing } from '../../model/billing/customer.ts';

export interface CustomerVerbs {
  createCustomer(customer: NewCustomer): Promise<Customer>;
  /** What he has ends with what is billed already, nothing is billed or ordered any more. */
  closeCustomer(customerId: string, unpaid: UnpaidAtClosing): Promise<void>;
  redeemDiscount(customerId: string, discount: Discount): Promise<void>;
}
