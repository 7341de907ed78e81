import type { Customer, Discount, NewCustomer } from '../../model/billing/customer.ts';

export interface CustomerVerbs {
  createCustomer(customer: NewCustomer): Promise<Customer>;
  redeemDiscount(customerId: string, discount: Discount): Promise<void>;
}
