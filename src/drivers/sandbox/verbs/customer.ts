import type { CustomerVerbs } from '../../../target/verbs/customer.ts';
import { customerAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';

export function customerVerbs(calls: SandboxCalls): CustomerVerbs {
  return {
    createCustomer: ({ key, name, country, currency, timeZone }) =>
      calls.create(
        {
          operation: 'customer.create',
          path: '/v1/customers',
          body: { key, name, country, currency, timeZone },
        },
        customerAnswer,
      ),
    redeemDiscount: async (customerId, discount) => {
      await calls.post('discount.redeem', `${customerPath(customerId)}/discounts`, discount);
    },
  };
}

export function customerPath(id: string): string {
  return `/v1/customers/${encodeURIComponent(id)}`;
}
