import { z } from 'zod';
import type { InvoiceVerbs } from '../../../target/verbs/invoice.ts';
import { invoiceAnswer } from '../answers.ts';
import { listInvoices, listPayments, oneInvoice, paidFor, paymentsOf } from '../list-invoices.ts';
import { isBill, readInvoice } from '../read-invoice.ts';
import type { WorldState } from '../world-state.ts';

type Offered = Pick<InvoiceVerbs, 'invoice' | 'invoices' | 'bill' | 'previewInvoice'>;

export function invoiceVerbs(state: WorldState): Offered {
  const { clock } = state;
  return {
    invoice: async (id) => {
      await clock.takeTurn();
      const found = await oneInvoice(state, id);
      // A repair names an item of another invoice.
      await listInvoices(state, found.accountId);
      const payments = await paymentsOf(state, id);
      return readInvoice(found, state, paidFor(found, payments));
    },
    invoices: async (customerId) => {
      await clock.takeTurn();
      const found = await listInvoices(state, customerId);
      const payments = await listPayments(state, customerId);
      const issued = found.filter((one) => one.status !== 'DRAFT' && isBill(one));
      return issued.map((invoice) => readInvoice(invoice, state, paidFor(invoice, payments)));
    },
    previewInvoice: async (customerId, date) => {
      await clock.takeTurn();
      const query = new URLSearchParams({ accountId: customerId, targetDate: date });
      const found = await state.calls.ask(
        {
          operation: 'preview.invoice',
          method: 'POST',
          path: `/1.0/kb/invoices/dryRun?${query}`,
          body: { dryRunType: 'TARGET_DATE' },
        },
        invoiceAnswer.nullable(),
      );
      await listInvoices(state, customerId);
      return found === null ? null : readInvoice({ ...found, invoiceDate: date }, state, paidFor(found, []));
    },
    bill: async (date) => {
      await clock.takeTurn();
      const made: string[] = [];
      for (const id of state.customers.keys()) made.push(...(await billOne(state, id, date)));
      await clock.settle();
      return made;
    },
  };
}

/** Kill Bill answers 404 where there is nothing to bill. */
async function billOne(state: WorldState, customerId: string, date: string): Promise<readonly string[]> {
  const before = new Set((await listInvoices(state, customerId)).map(({ invoiceId }) => invoiceId));
  const query = new URLSearchParams({ accountId: customerId, targetDate: date });
  await state.calls
    .write({ operation: 'bill.run', path: `/1.0/kb/invoices?${query}` })
    .catch((error: unknown) => {
      if (!z.object({ status: z.literal(404) }).safeParse(error).success) throw error;
    });
  const after = await listInvoices(state, customerId);
  return after.map(({ invoiceId }) => invoiceId).filter((id) => !before.has(id));
}
