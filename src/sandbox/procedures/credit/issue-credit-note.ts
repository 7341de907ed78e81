import type { NewCreditNote } from '../../../model/billing/credit-note.ts';
import type { CreditNoteDraft, StoredCreditNote } from '../../billing/stored-credit-note.ts';
import { openAmounts } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { Refusal } from '../../refusal.ts';
import { insertBalanceEntry } from '../../store/balance.ts';
import { creditNoteByKey, insertCreditNote } from '../../store/credit-notes.ts';
import { countExecution } from '../../store/executions.ts';
import { insertInvoiceCredit } from '../../store/invoice-credits.ts';
import { invoiceById } from '../../store/invoices.ts';
import { todayOf } from '../../store/tenants.ts';

/** Worked out and written in one transaction, so that two notes of one instant cannot both take the last of an invoice. */
export async function issueCreditNote(context: Context, note: NewCreditNote): Promise<string> {
  return context.store.transaction(() => {
    const known = creditNoteByKey(context, note.key);
    if (known !== null && isRepeat(context, known, note)) return known.id;
    if (known !== null)
      throw new Refusal({ status: 409, field: 'idempotency-key', message: 'Found the key on another note.' });
    const draft = context.procedures.draftCreditNote(context, note);
    countExecution(context, note.key);
    return writeCreditNote(context, note, draft);
  });
}

/** All that is left of an invoice changes with the note itself, so that a repeat of that is known by its invoice alone. */
function isRepeat({ rules }: Context, known: StoredCreditNote, { invoiceId, part }: NewCreditNote): boolean {
  if (part.kind === 'whole') return rules.isSameRequest(known.invoiceId, invoiceId);
  const partsOf = (lines: readonly (readonly [line: number, net: bigint])[]) =>
    lines.map(([line, net]) => `${line}: ${net}`).toSorted();
  const asked = partsOf(part.lines.map(({ line, net }) => [line, net.amountMinor]));
  const given = partsOf(known.lines.map(({ line, net }) => [line, net]));
  return rules.isSameRequest(`${known.invoiceId} ${given.join()}`, `${invoiceId} ${asked.join()}`);
}

/** The document, what it settles and gives, the books and the news. */
export function writeCreditNote(context: Context, note: NewCreditNote, draft: CreditNoteDraft): string {
  const id = newId('cn');
  const { invoiceId, customerId, currency } = draft;
  const date = todayOf(context.store, context.tenantId);
  insertCreditNote(context, { ...draft, id, key: note.key, date, reason: note.reason });
  takeLossBack(context, id, draft);
  if (draft.settled > 0n) {
    const credit = { source: 'credit-note', sourceId: id, amountMinor: draft.settled, date } as const;
    insertInvoiceCredit(context, invoiceId, credit);
  }
  if (draft.toBalance > 0n) {
    const amount = { currency, amountMinor: draft.toBalance };
    insertBalanceEntry(context, {
      id: newId('bal'),
      customerId,
      date,
      kind: 'credit-note',
      amount,
      invoiceId,
    });
  }
  const lines = context.rules.creditNotePostings(draft);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
  context.procedures.emitEvent(context, { kind: 'credit-note.issued', objectId: id });
  context.procedures.dun(context, { customerId, cause: 'credit' });
  return id;
}

/** What is credited is not lost: of what the note settles beyond what is open, the write-off is taken back. */
function takeLossBack(context: Context, noteId: string, draft: CreditNoteDraft): void {
  const { invoiceId, customerId, currency, settled } = draft;
  const due = context.rules.amountDue(openAmounts(invoiceById(context, invoiceId)));
  const amountMinor = settled - (due > 0n ? due : 0n);
  if (amountMinor <= 0n) return;
  const date = todayOf(context.store, context.tenantId);
  const loss = { source: 'write-off', sourceId: noteId, amountMinor: -amountMinor, date } as const;
  insertInvoiceCredit(context, invoiceId, loss);
  const lines = context.rules.writeOffPostings(-amountMinor);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}
