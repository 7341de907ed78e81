import type { NewCustomer } from '../../../model/billing/customer.ts';
import { TargetRefusal } from '../../../target/session.ts';
import type { CustomerVerbs } from '../../../target/verbs/customer.ts';
import { accountAnswer } from '../answers.ts';
import type { WorldState } from '../world-state.ts';
import { justAfterMidnight } from '../zones.ts';

const operation = 'customer.create';

export function customerVerbs(state: WorldState): Pick<CustomerVerbs, 'createCustomer' | 'closeCustomer'> {
  return {
    createCustomer: async (wanted) => {
      await state.clock.takeTurn();
      const id = await created(state, wanted);
      const customer = { ...wanted, id };
      state.customers.set(id, customer);
      return customer;
    },
    closeCustomer: async (customerId, unpaid) => {
      await state.clock.takeTurn();
      const query = new URLSearchParams({
        cancelAllSubscriptions: 'true',
        writeOffUnpaidInvoices: String(unpaid === 'written-off'),
        itemAdjustUnpaidInvoices: String(unpaid === 'credited'),
      });
      const path = `${accountPath(customerId)}?${query}`;
      await state.calls.write({ operation: 'customer.close', method: 'DELETE', path });
      await state.clock.settle();
    },
  };
}

/** A key that is taken belongs to a customer who is made already; it is he, if he is the same. */
async function created(state: WorldState, wanted: NewCustomer): Promise<string> {
  try {
    return await state.calls.write({
      operation,
      path: '/1.0/kb/accounts',
      body: accountOf(state, wanted),
      naturalKey: `account/${wanted.key}`,
    });
  } catch (error) {
    if (!(error instanceof TargetRefusal) || error.status !== 409) throw error;
    const known = await lookUp(state, wanted.key);
    const isSame = known.name === wanted.name && known.currency === wanted.currency;
    if (!isSame) throw error;
    return known.accountId;
  }
}

/** Bills are made just after midnight of the customer's day; a bill day of the account is that of the first order that goes by it. */
function accountOf({ clock }: WorldState, { key, name, country, currency, timeZone }: NewCustomer): object {
  return {
    externalKey: key,
    name,
    country,
    currency,
    timeZone,
    referenceTime: justAfterMidnight(timeZone, clock.today),
  };
}

function lookUp({ calls }: WorldState, key: string) {
  return calls.get(
    'customer.read',
    `/1.0/kb/accounts?${new URLSearchParams({ externalKey: key })}`,
    accountAnswer,
  );
}

export function accountPath(customerId: string): string {
  return `/1.0/kb/accounts/${encodeURIComponent(customerId)}`;
}
