import type { StoredCreditNote } from '../../billing/stored-credit-note.ts';
import type { NoteVoidRequest } from '../../engine/credit-note-procedures.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { Refusal } from '../../refusal.ts';
import { insertBalanceEntry } from '../../store/balance.ts';
import { creditNoteById, insertNoteVoid } from '../../store/credit-notes.ts';
import { countExecution } from '../../store/executions.ts';
import { insertInvoiceCredit } from '../../store/invoice-credits.ts';
import { todayOf } from '../../store/tenants.ts';

/** Everything the note did, the other way round. What it gave must still be there to be taken back. */
export async function voidCreditNote(context: Context, request: NoteVoidRequest): Promise<void> {
  context.store.transaction(() => {
    const note = creditNoteById(context, request.noteId);
    if (note.voided?.key === request.key) return;
    if (note.voided !== null) refuseVoid(`Found a credit note that is void since ${note.voided.date}.`);
    if (context.procedures.availableBalance(context, note.customerId) < note.toBalance)
      refuseVoid('Found that the customer has used what the credit note gave; it cannot be taken back.');
    const date = todayOf(context.store, context.tenantId);
    insertNoteVoid(context, note.id, { key: request.key, date });
    countExecution(context, request.key);
    undo(context, note);
  });
}

function undo(context: Context, note: StoredCreditNote): void {
  const { id, invoiceId, customerId, currency } = note;
  const date = todayOf(context.store, context.tenantId);
  if (note.settled > 0n) {
    const credit = { source: 'credit-note', sourceId: id, amountMinor: -note.settled, date } as const;
    insertInvoiceCredit(context, invoiceId, credit);
  }
  if (note.toBalance > 0n) {
    const amount = { currency, amountMinor: -note.toBalance };
    const kind = 'credit-note-void';
    insertBalanceEntry(context, { id: newId('bal'), customerId, date, kind, amount, invoiceId });
  }
  const { net, tax, settled, toBalance } = note;
  const lines = context.rules.creditNotePostings({
    net: -net,
    tax: -tax,
    settled: -settled,
    toBalance: -toBalance,
  });
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
  context.procedures.dun(context, { customerId, cause: 'credit' });
}

function refuseVoid(message: string): never {
  throw new Refusal({ status: 409, field: 'creditNoteId', message });
}
