import type { StoredInvoice } from '../../billing/stored-invoice.ts';
import type { VoidRequest } from '../../engine/void-procedures.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { Refusal } from '../../refusal.ts';
import { insertBalanceEntry } from '../../store/balance.ts';
import { creditNotesFor } from '../../store/credit-notes.ts';
import { countExecution } from '../../store/executions.ts';
import { invoiceById } from '../../store/invoices.ts';
import { pendingFor } from '../../store/payments.ts';
import { refundsOf } from '../../store/refunds.ts';
import { todayOf } from '../../store/tenants.ts';
import { insertVoid, insertVoidedServices, voidOf } from '../../store/voids.ts';

/** Asked and done in one transaction: whoever comes second finds the invoice void and changes nothing. */
export async function voidInvoice(context: Context, request: VoidRequest): Promise<void> {
  context.store.transaction(() => {
    const known = voidOf(context, request.invoiceId);
    if (known?.key === request.key) return;
    if (known !== null)
      refuseVoid(`Found an invoice that is void since ${known.date}, expected one in force.`);
    const invoice = invoiceById(context, request.invoiceId);
    refuseOpenBusiness(context, invoice);
    const date = todayOf(context.store, context.tenantId);
    insertVoid(context, invoice.id, { key: request.key, date });
    countExecution(context, request.key);
    takeBack(context, invoice);
  });
}

/** What follows from the void of an invoice, whoever decided on it: books, credits, money, service and news. */
export function takeBack(context: Context, invoice: StoredInvoice): void {
  const { id: invoiceId, customerId, currency } = invoice;
  const date = todayOf(context.store, context.tenantId);
  const posting = { date, currency, customerId, invoiceId };
  context.procedures.postLedger(context, { ...posting, lines: context.rules.voidPostings(invoice) });
  context.procedures.returnCredits(context, invoice);
  context.procedures.returnCouponUses(context, invoice);
  const kept = context.procedures.moneyKept(context, invoice);
  if (kept > 0n) {
    const amount = { currency, amountMinor: kept };
    insertBalanceEntry(context, {
      id: newId('bal'),
      customerId,
      date,
      kind: 'invoice-void',
      amount,
      invoiceId,
    });
    const lines = context.rules.creditUsePostings('customer-credit', -kept);
    context.procedures.postLedger(context, { ...posting, lines });
  }
  insertVoidedServices(context, invoice.lines);
  context.procedures.emitEvent(context, { kind: 'invoice.voided', objectId: invoiceId });
  context.procedures.dun(context, { customerId, cause: 'void' });
}

function refuseOpenBusiness(context: Context, invoice: StoredInvoice): void {
  const [note] = creditNotesFor(context, invoice.id);
  if (note !== undefined)
    refuseVoid(`Found the credit note ${note.number} on the invoice, expected none: void it first.`);
  if (invoice.lines.some((line) => context.procedures.givenBackBefore(context, invoice.id, line) > 0n))
    refuseVoid('Found days of the invoice that a later one gave back, expected none: void that one first.');
  if (invoice.paid < 0n)
    refuseVoid(
      'Found more money given back than came, expected none: the customer owes it for this invoice.',
    );
  if (pendingFor(context, invoice.id) > 0n)
    refuseVoid('Found a payment of the invoice that is under way, expected none: wait for its end.');
  if (refundsOf(context, { column: 'invoice', id: invoice.id }).some(({ status }) => status === 'pending'))
    refuseVoid('Found a refund that is under way, expected none: wait for its end.');
}

function refuseVoid(message: string): never {
  throw new Refusal({ status: 409, field: 'invoiceId', message });
}
