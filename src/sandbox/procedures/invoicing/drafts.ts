import type { InvoiceReview } from '../../../model/billing/invoice-review.ts';
import { draftInvoice } from '../../billing/draft-invoice.ts';
import { itemsDueBy, scheduleNext } from '../../billing/due-items.ts';
import type { InvoiceDraft } from '../../billing/stored-invoice.ts';
import type { Finalising } from '../../engine/draft-procedures.ts';
import type { Context, CustomerBill } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { Refusal } from '../../refusal.ts';
import { appliedCoupons } from '../../store/coupons.ts';
import { customerById } from '../../store/customers.ts';
import {
  draftById,
  draftsToFinalise,
  insertDraft,
  itemsOfDraft,
  noteInvoiceOfDraft,
  reviewOf,
  type StoredDraft,
} from '../../store/drafts.ts';
import { countExecution } from '../../store/executions.ts';
import { neighbourOf } from '../../store/neighbours.ts';
import { todayOf } from '../../store/tenants.ts';
import { billItems, subscriptionsToBill } from './bill-customer.ts';
import { quoteItems } from './quote-invoice.ts';

/** What is claimed belongs to the draft: no other bill takes it, and nobody has to price it before it is final. */
export function holdDraft(context: Context, bill: CustomerBill): void {
  const items = subscriptionsToBill(context, bill).flatMap((subscription) => {
    const claimed = context.procedures.claimItems(context, {
      subscriptionId: subscription.id,
      items: itemsDueBy(context, subscription, bill.date),
      runDate: bill.date,
    });
    scheduleNext(context, subscription);
    return claimed.map(({ key }) => ({ subscriptionId: subscription.id, item: key }));
  });
  if (items.length === 0) return;
  const { customerId, date } = bill;
  const reviewDays = reviewDaysOf(reviewOf(context, customerId));
  const finaliseOn = context.rules.finalisingDay({ draftedOn: date, reviewDays });
  insertDraft(context, { id: newId('draft'), customerId, billDate: date, finaliseOn, items });
}

/** A bill that nobody wanted to see is final as soon as it can be. */
function reviewDaysOf(review: InvoiceReview): number | null {
  if (review.kind === 'none') return 0;
  return review.kind === 'days' ? review.days : null;
}

/** Worked out anew each time: usage, changes and cancellations since the bill run are in it. */
export function draftContent(context: Context, draftId: string): InvoiceDraft | null {
  const draft = draftById(context, draftId);
  const held = keysBySubscription(context, draftId);
  const bill = { customerId: draft.customerId, subscriptionId: null, date: draft.billDate };
  const issueDate = issueDayOf(context, draft);
  return quoteItems(context, { ...bill, issueDate }, (subscriptionId, items) =>
    items.filter(({ key }) => held.get(subscriptionId)?.has(key) === true),
  );
}

export async function finaliseDraft(context: Context, finalising: Finalising): Promise<string> {
  await context.procedures.gatherTax(context, finalising.draftId);
  return context.store.transaction(() => {
    const draft = draftById(context, finalising.draftId);
    if (draft.key === finalising.key && draft.invoiceId !== null) return draft.invoiceId;
    if (!context.procedures.claimDraft(context, finalising))
      refuseDraft('Found a draft that was finalised already, expected one that waits.');
    const invoice = invoiceOfDraft(context, draft);
    if (invoice === null) refuseDraft('Found nothing left on the draft, expected something to bill.');
    const id = context.procedures.issueInvoice(context, invoice);
    noteInvoiceOfDraft(context, draft.id, id);
    countExecution(context, finalising.key);
    // What is given back of it, because the service ended while it waited, is due at once.
    const date = todayOf(context.store, context.tenantId);
    context.procedures.billCustomer(context, { customerId: draft.customerId, subscriptionId: null, date });
    return id;
  });
}

/** A draft of which nothing is left just goes; it never was an invoice. */
export async function finaliseDue(context: Context): Promise<void> {
  const today = todayOf(context.store, context.tenantId);
  for (const { id: draftId } of draftsToFinalise(context, today)) {
    await finaliseIfPossible(context, { key: `due ${draftId}`, draftId });
  }
}

/** Without a rate nobody knows what an invoice is worth in the books, and a tax engine is asked before: it waits as a draft. */
export function mustWait(context: Context, customerId: string): boolean {
  if (neighbourOf(context, 'tax-engine') !== null) return true;
  try {
    context.procedures.requireRate(context, customerId);
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** What was refused today is tried again tomorrow. */
async function finaliseIfPossible(context: Context, finalising: Finalising): Promise<void> {
  const { draftId } = finalising;
  try {
    await context.procedures.gatherTax(context, draftId);
    if (context.procedures.draftContent(context, draftId) === null)
      context.procedures.claimDraft(context, finalising);
    else await context.procedures.finaliseDraft(context, finalising);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** The same lines as the draft shows, noted as billed. */
function invoiceOfDraft(context: Context, draft: StoredDraft): InvoiceDraft | null {
  const customer = customerById(context, draft.customerId);
  const held = keysBySubscription(context, draft.id);
  const bill = { customerId: customer.id, subscriptionId: null, date: draft.billDate };
  const lines = subscriptionsToBill(context, bill).flatMap((subscription) => {
    const keys = held.get(subscription.id);
    const items = itemsDueBy(context, subscription, draft.billDate).filter(
      ({ key }) => keys?.has(key) === true,
    );
    return billItems(context, { customer, subscription, bill }, items);
  });
  if (lines.length === 0) return null;
  const issueDate = issueDayOf(context, draft);
  return draftInvoice(context, { customer, issueDate, lines, coupons: appliedCoupons(context, customer.id) });
}

function issueDayOf(context: Context, draft: StoredDraft) {
  const today = todayOf(context.store, context.tenantId);
  return context.rules.issueDayOfDraft({ draftedOn: draft.billDate, today });
}

function keysBySubscription(context: Context, draftId: string): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { subscriptionId, item } of itemsOfDraft(context, draftId))
    keys.set(subscriptionId, (keys.get(subscriptionId) ?? new Set()).add(item));
  return keys;
}

function refuseDraft(message: string): never {
  throw new Refusal({ status: 409, field: 'draftId', message });
}
