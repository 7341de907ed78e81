import type { Period } from '../../model/date.ts';
import type { KillBillSubscription } from './answers.ts';
import { listInvoices } from './list-invoices.ts';
import type { WorldState } from './world-state.ts';

/** The period that was billed and that today lies in; null where nothing is billed ahead. */
export async function currentPeriod(state: WorldState, found: KillBillSubscription): Promise<Period | null> {
  if (found.state === 'CANCELLED' || found.state === 'EXPIRED' || found.chargedThroughDate === null)
    return null;
  const { today } = state.clock;
  const invoices = await listInvoices(state, found.accountId);
  const items = invoices
    .filter(({ status }) => status === 'COMMITTED')
    .flatMap(({ items }) => items)
    .filter((item) => item.itemType === 'RECURRING' && item.subscriptionId === found.subscriptionId);
  const periods = items.flatMap(({ startDate, endDate }) =>
    startDate !== null && endDate !== null && startDate <= today && today < endDate
      ? [{ from: startDate, to: endDate }]
      : [],
  );
  // Of several, the one that began last: it cut the others short, in whatever order the server lists them.
  return periods.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1) ?? null;
}
