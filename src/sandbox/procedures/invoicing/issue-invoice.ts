import type { InvoiceDraft } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { insertInvoice, invoiceById } from '../../store/invoices.ts';

/** An invoice is final from the first moment: it has a number, stands in the ledger, and is announced. */
export function issueInvoice(context: Context, draft: InvoiceDraft): string {
  const id = newId('inv');
  insertInvoice(context, id, draft);
  context.procedures.postLedger(context, {
    date: draft.issueDate,
    currency: draft.currency,
    customerId: draft.customerId,
    invoiceId: id,
    lines: context.rules.invoicePostings(draft),
  });
  context.procedures.countCouponUses(context, draft);
  context.procedures.emitEvent(context, { kind: 'invoice.finalised', objectId: id });
  context.procedures.applyBalance(context, invoiceById(context, id));
  context.procedures.spendWallets(context, invoiceById(context, id));
  return id;
}
