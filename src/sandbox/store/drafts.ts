import type { InvoiceReview } from '../../model/billing/invoice-review.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { Finalising } from '../engine/draft-procedures.ts';
import type { Context } from '../engine.ts';
import { refuseUnknown } from '../refusal.ts';
import { countOf, textOf, textOrNull } from './columns.ts';
import type { Row } from './store.ts';

export interface StoredDraft {
  readonly id: string;
  readonly customerId: string;
  readonly billDate: LocalDate;
  /** By whom it was finalised; null while it waits. */
  readonly key: string | null;
  /** Null until its invoice is there. */
  readonly invoiceId: string | null;
}

export interface DraftItem {
  readonly subscriptionId: string;
  /** The key of the item. */
  readonly item: string;
}

export function saveReview(context: Context, customerId: string, review: InvoiceReview): void {
  context.store.run(
    'DELETE FROM invoice_reviews WHERE tenant = ? AND customer = ?',
    context.tenantId,
    customerId,
  );
  if (review.kind === 'none') return;
  context.store.run(
    'INSERT INTO invoice_reviews (tenant, customer, days) VALUES (?, ?, ?)',
    context.tenantId,
    customerId,
    review.kind === 'days' ? review.days : null,
  );
}

export function reviewOf(context: Context, customerId: string): InvoiceReview {
  const row = context.store.first(
    'SELECT days FROM invoice_reviews WHERE tenant = ? AND customer = ?',
    context.tenantId,
    customerId,
  );
  if (row === null) return { kind: 'none' };
  return row['days'] === null ? { kind: 'by-hand' } : { kind: 'days', days: countOf(row, 'days') };
}

export function insertDraft(
  context: Context,
  draft: {
    readonly id: string;
    readonly customerId: string;
    readonly billDate: LocalDate;
    readonly finaliseOn: LocalDate | null;
    readonly items: readonly DraftItem[];
  },
): void {
  context.store.run(
    'INSERT INTO invoice_drafts (tenant, id, customer, bill_date, finalise_on) VALUES (?, ?, ?, ?, ?)',
    context.tenantId,
    draft.id,
    draft.customerId,
    draft.billDate,
    draft.finaliseOn,
  );
  for (const { subscriptionId, item } of draft.items)
    context.store.run(
      'INSERT INTO invoice_draft_items (tenant, draft, subscription, item) VALUES (?, ?, ?, ?)',
      context.tenantId,
      draft.id,
      subscriptionId,
      item,
    );
}

export function draftById(context: Context, id: string): StoredDraft {
  const row = context.store.first(
    'SELECT * FROM invoice_drafts WHERE tenant = ? AND id = ?',
    context.tenantId,
    id,
  );
  return row === null ? refuseUnknown('draftId', id) : draftFrom(row);
}

/** Those that wait, oldest first. */
export function draftsOf(context: Context, customerId: string): readonly StoredDraft[] {
  return context.store
    .all(
      'SELECT * FROM invoice_drafts WHERE tenant = ? AND customer = ? AND key IS NULL ORDER BY seq',
      context.tenantId,
      customerId,
    )
    .map(draftFrom);
}

export function draftsToFinalise(context: Context, day: LocalDate): readonly StoredDraft[] {
  return context.store
    .all(
      'SELECT * FROM invoice_drafts WHERE tenant = ? AND finalise_on <= ? AND key IS NULL ORDER BY finalise_on, seq',
      context.tenantId,
      day,
    )
    .map(draftFrom);
}

/** The first day of these on which a draft becomes final; null when there is none. `after` is not one of them. */
export function firstFinalisingDay(
  context: Context,
  days: { readonly after: LocalDate; readonly to: LocalDate },
): LocalDate | null {
  const row = context.store.first(
    `SELECT min(finalise_on) AS day FROM invoice_drafts
     WHERE tenant = ? AND finalise_on > ? AND finalise_on <= ? AND key IS NULL`,
    context.tenantId,
    days.after,
    days.to,
  );
  const day = row === null ? null : textOrNull(row, 'day');
  return day === null ? null : localDate(day);
}

export function itemsOfDraft(context: Context, draftId: string): readonly DraftItem[] {
  return context.store
    .all(
      'SELECT subscription, item FROM invoice_draft_items WHERE tenant = ? AND draft = ?',
      context.tenantId,
      draftId,
    )
    .map((row) => ({ subscriptionId: textOf(row, 'subscription'), item: textOf(row, 'item') }));
}

/** False when somebody was first. */
export function takeDraft(context: Context, { key, draftId }: Finalising): boolean {
  const taken = context.store.run(
    'UPDATE invoice_drafts SET key = ? WHERE tenant = ? AND id = ? AND key IS NULL',
    key,
    context.tenantId,
    draftId,
  );
  return taken === 1;
}

export function noteInvoiceOfDraft(context: Context, draftId: string, invoiceId: string): void {
  context.store.run(
    'UPDATE invoice_drafts SET invoice = ? WHERE tenant = ? AND id = ?',
    invoiceId,
    context.tenantId,
    draftId,
  );
}

function draftFrom(row: Row): StoredDraft {
  return {
    id: textOf(row, 'id'),
    customerId: textOf(row, 'customer'),
    billDate: localDate(textOf(row, 'bill_date')),
    key: textOrNull(row, 'key'),
    invoiceId: textOrNull(row, 'invoice'),
  };
}
