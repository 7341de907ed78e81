import { scheduleNext } from '../../billing/due-items.ts';
import type { Context } from '../../engine.ts';
import { dataVersion, setDataVersion } from '../../store/data-version.ts';
import { invoiceById } from '../../store/invoices.ts';
import { everyInvoiceId, postingsOf } from '../../store/ledger.ts';
import { subscriptionById } from '../../store/subscriptions.ts';

const version = 2;

/** All or nothing, and once: whoever starts the new version again finds the data upgraded. */
export function upgradeData(context: Context): void {
  context.store.transaction(() => {
    if (dataVersion(context) >= version) return;
    const rows = context.store.all(
      'SELECT id FROM subscriptions WHERE tenant = ? ORDER BY rowid',
      context.tenantId,
    );
    for (const { id } of rows) context.procedures.upgradeSubscription(context, String(id));
    for (const id of everyInvoiceId(context)) context.procedures.upgradeInvoice(context, id);
    setDataVersion(context, version);
  });
}

/** The day on which something falls due next is reckoned again from the anchor that was signed; what was billed stays billed. */
export function upgradeSubscription(context: Context, subscriptionId: string): void {
  scheduleNext(context, subscriptionById(context, subscriptionId));
}

/** An invoice from before the books is posted from its own stored amounts, never from prices of today. */
export function upgradeInvoice(context: Context, invoiceId: string): void {
  if (postingsOf(context, invoiceId) > 0) return;
  const invoice = invoiceById(context, invoiceId);
  context.procedures.postLedger(context, {
    date: invoice.issueDate,
    currency: invoice.currency,
    customerId: invoice.customerId,
    invoiceId,
    lines: context.rules.invoicePostings(invoice),
  });
}
