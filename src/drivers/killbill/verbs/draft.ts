import type { DraftVerbs } from '../../../target/verbs/draft.ts';
import { listInvoices, listPayments, oneInvoice, paidFor } from '../list-invoices.ts';
import { isBill, readInvoice } from '../read-invoice.ts';
import { refuse } from '../refuse.ts';
import type { WorldState } from '../world-state.ts';
import { accountPath } from './customer.ts';

/** Kill Bill's own tags: bills wait as drafts, and what comes meanwhile joins the draft that waits. */
const waiting = ['00000000-0000-0000-0000-000000000008', '00000000-0000-0000-0000-000000000009'];

export function draftVerbs(state: WorldState): DraftVerbs {
  const { calls, clock } = state;
  return {
    reviewInvoices: async (customerId, review) => {
      await clock.takeTurn();
      if (review.kind === 'days') refuse('invoice.review', 'drafts that become final by themselves');
      const path = `${accountPath(customerId)}/tags`;
      const operation = 'invoice.review';
      if (review.kind === 'by-hand') await calls.write({ operation, path, body: waiting });
      else {
        const query = new URLSearchParams(waiting.map((tag): [string, string] => ['tagDef', tag]));
        await calls.write({ operation, method: 'DELETE', path: `${path}?${query}` });
      }
      await clock.settle();
    },
    drafts: async (customerId) => {
      await clock.takeTurn();
      const found = (await listInvoices(state, customerId)).filter(({ status }) => status === 'DRAFT');
      return found.filter(isBill).map((draft) => readInvoice(draft, state, paidFor(draft, [])));
    },
    finalise: async (_key, draftId) => {
      await clock.takeTurn();
      const { status, accountId } = await oneInvoice(state, draftId);
      if (status === 'DRAFT') {
        const path = `/1.0/kb/invoices/${encodeURIComponent(draftId)}/commitInvoice`;
        await calls.write({ operation: 'invoice.finalise', method: 'PUT', path });
        await clock.settle();
      }
      await listInvoices(state, accountId);
      const payments = await listPayments(state, accountId);
      const invoice = await oneInvoice(state, draftId);
      return readInvoice(invoice, state, paidFor(invoice, payments));
    },
  };
}
