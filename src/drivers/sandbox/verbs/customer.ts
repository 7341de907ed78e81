import type { NewCustomer } from '../../../model/billing/customer.ts';
import type { CustomerVerbs } from '../../../target/verbs/customer.ts';
import { customerAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';

export function customerVerbs(calls: SandboxCalls): CustomerVerbs {
  return {
    createCustomer: ({ key, name, country, currency, timeZone, ...tax }) =>
      calls.create(
        {
          operation: 'customer.create',
          path: '/v1/customers',
          body: { key, name, country, currency, timeZone, ...taxFacts(tax) },
        },
        customerAnswer,
      ),
    closeCustomer: async (customerId, unpaid) => {
      await calls.post('customer.close', `${customerPath(customerId)}/closing`, { unpaid });
    },
    redeemDiscount: async (customerId, discount) => {
      await calls.post('discount.redeem', `${customerPath(customerId)}/discounts`, discount);
    },
  };
}

/** Only those that were told: a target that knows none of them is not asked for them either. */
function taxFacts({ region, taxStatus, vatId }: Pick<NewCustomer, 'region' | 'taxStatus' | 'vatId'>): object {
  return {
    ...(region === undefined ? {} : { region }),
    ...(taxStatus === undefined ? {} : { taxStatus }),
    ...(vatId === undefined ? {} : { vatId }),
  };
}

export function customerPath(id: string): string {
  return `/v1/customers/${encodeURIComponent(id)}`;
}
