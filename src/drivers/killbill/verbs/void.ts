import type { BalanceEntry } from '../../../model/billing/balance.ts';
import type { VoidVerbs } from '../../../target/verbs/void.ts';
import { balancesAnswer, type KillBillInvoice } from '../answers.ts';
import { listInvoices, listPayments, oneInvoice, paidFor } from '../list-invoices.ts';
import { amountOf, readInvoice } from '../read-invoice.ts';
import type { WorldState } from '../world-state.ts';
import { accountPath } from './customer.ts';

export function voidVerbs(state: WorldState): Pick<VoidVerbs, 'voidInvoice' | 'balance'> {
  const { calls, clock } = state;
  return {
    voidInvoice: async (key, invoiceId) => {
      await clock.takeTurn();
      const before = await oneInvoice(state, invoiceId);
      const known = state.voids.get(invoiceId) ?? key;
      if (before.status !== 'VOID' || known !== key) {
        const path = `/1.0/kb/invoices/${encodeURIComponent(invoiceId)}/voidInvoice`;
        await calls.write({
          operation: 'invoice.void',
          method: 'PUT',
          path,
          naturalKey: `void/${invoiceId}`,
        });
        state.voids.set(invoiceId, key);
        await clock.settle();
      }
      await listInvoices(state, before.accountId);
      const payments = await listPayments(state, before.accountId);
      const after = await oneInvoice(state, invoiceId);
      return readInvoice(after, state, paidFor(after, payments));
    },
    balance: async (customerId) => {
      await clock.takeTurn();
      const path = `${accountPath(customerId)}?accountWithBalanceAndCBA=true`;
      const { accountCBA } = await calls.get('balance.read', path, balancesAnswer);
      const invoices = (await listInvoices(state, customerId)).filter(({ status }) => status === 'COMMITTED');
      const currency = state.customers.get(customerId)?.currency ?? invoices[0]?.currency ?? '';
      return { amount: amountOf(accountCBA, currency), entries: invoices.flatMap(entriesOf) };
    },
  };
}

function entriesOf({ items, currency, invoiceId, invoiceDate }: KillBillInvoice): readonly BalanceEntry[] {
  return items
    .filter(({ itemType }) => itemType === 'CBA_ADJ')
    .map(({ invoiceItemId, startDate, amount }) => {
      const money = amountOf(amount, currency);
      return {
        id: invoiceItemId,
        date: startDate ?? invoiceDate,
        kind: money.amountMinor < 0n ? 'applied' : 'credit-note',
        amount: money,
        invoiceId,
      };
    });
}
