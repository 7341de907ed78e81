import { openAmounts } from '../../billing/stored-invoice.ts';
import type { Closing } from '../../engine/closing-procedures.ts';
import type { Context } from '../../engine.ts';
import { saveClosing } from '../../store/closings.ts';
import { customerById } from '../../store/customers.ts';
import { invoicesOf } from '../../store/invoices.ts';
import { setNextDue, subscriptionsOf } from '../../store/subscriptions.ts';
import { writeCreditNote } from '../credit/issue-credit-note.ts';

/** Closed before anything else is done, so that none of it can bill. Told again, it changes nothing. */
export function closeCustomer(context: Context, closing: Closing): void {
  context.store.transaction(() => {
    const { id } = customerById(context, closing.customerId);
    if (!saveClosing(context, id)) return;
    context.procedures.endAllServices(context, id);
    context.procedures.settleUnpaid(context, closing);
  });
}

/** An add-on ends with its base; what is to end anyhow ends when it was to. */
export function endAllServices(context: Context, customerId: string): void {
  for (const { id, addOnTo, cancelledFrom } of subscriptionsOf(context, customerId)) {
    if (addOnTo === null && cancelledFrom === null)
      context.procedures.cancel(context, { subscriptionId: id, timing: { kind: 'period-end' } });
    setNextDue(context, id, null);
  }
}

export function settleUnpaid(context: Context, { customerId, unpaid }: Closing): void {
  if (unpaid === 'stays') return;
  for (const invoice of invoicesOf(context, customerId)) {
    if (context.rules.amountDue(openAmounts(invoice)) <= 0n) continue;
    const { id: invoiceId } = invoice;
    const key = `closing/${invoiceId}`;
    if (unpaid === 'written-off') {
      context.procedures.writeOff(context, { key, invoiceId });
      continue;
    }
    const note = { key, invoiceId, part: { kind: 'whole' }, reason: 'customer closed' } as const;
    writeCreditNote(context, note, context.procedures.draftCreditNote(context, note));
  }
}
