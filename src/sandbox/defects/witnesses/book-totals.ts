import { addDecimals } from '../../../model/decimal.ts';
import type { TestWorld } from '../../test-world.ts';

interface Books {
  readonly entries: readonly { readonly side: string; readonly amount: { readonly amount: string } }[];
}

/** What stands on either side of a customer's books, exactly. */
export async function bookTotals(world: TestWorld, customerId: string) {
  const { entries } = await world.ok<Books>('GET', `/v1/ledger?customerId=${customerId}`);
  const total = (side: string) =>
    entries
      .filter((entry) => entry.side === side)
      .reduce((sum, { amount }) => addDecimals(sum, amount.amount), '0');
  return { debit: total('debit'), credit: total('credit') };
}
