import { minorUnitDigits } from '../../../model/currency.ts';
import { addDays } from '../../../model/date.ts';
import { wholeNumber } from '../../arithmetic/fraction.ts';
import type { StoredInvoice, StoredLine } from '../../billing/stored-invoice.ts';
import { taxShares } from '../../billing/tax-shares.ts';
import type { RebilledInvoice, RebillRequest } from '../../engine/void-procedures.ts';
import type { Context } from '../../engine.ts';
import { Refusal, refuse } from '../../refusal.ts';
import { countExecution } from '../../store/executions.ts';
import { invoiceById } from '../../store/invoices.ts';
import { todayOf } from '../../store/tenants.ts';
import { deleteVoidedServices, insertReplacement, replacementOf } from '../../store/voids.ts';

/** The same supply on a new document: what the customer bought, and at what price and tax, has not changed since. */
export function rebill(context: Context, request: RebillRequest): string {
  return context.store.transaction(() => {
    const known = replacementOf(context, request.invoiceId);
    if (known?.key === request.key) return known.invoiceId;
    const invoice = invoiceById(context, request.invoiceId);
    if (known !== null) refuseRebill('Found an invoice that was billed again already.');
    if (invoice.voidedOn === null) refuseRebill('Found an invoice in force, expected one that is void.');
    const lines = context.procedures.linesToRebill(context, { invoice, without: request.without });
    if (lines.length === 0) refuse('without', 'Found no line left to bill, expected at least one.');
    const id = context.procedures.issueInvoice(context, replacementFor(context, invoice, lines));
    insertReplacement(context, invoice.id, { key: request.key, invoiceId: id });
    countExecution(context, request.key);
    deleteVoidedServices(context, lines);
    return id;
  });
}

export function linesToRebill(_context: Context, rebilled: RebilledInvoice): readonly StoredLine[] {
  const { invoice, without } = rebilled;
  const unknown = without.find((position) => position >= invoice.lines.length);
  if (unknown !== undefined)
    refuse('without', `Found line ${unknown}, expected a position below ${invoice.lines.length}.`);
  return invoice.lines.filter((_, position) => !without.includes(position));
}

function replacementFor(context: Context, invoice: StoredInvoice, lines: readonly StoredLine[]) {
  const issueDate = todayOf(context.store, context.tenantId);
  const total = (pick: (line: StoredLine) => bigint) => lines.reduce((sum, line) => sum + pick(line), 0n);
  // Those left of an invoice without its last line are all where they were.
  const isAll =
    lines.length === invoice.lines.length && lines.every((line, at) => line === invoice.lines[at]);
  const sums = {
    subtotal: total(({ net }) => net),
    discount: total(({ discount }) => discount),
    // A tax that was rounded once for the invoice is not the sum of its lines.
    tax: isAll ? invoice.tax : total(({ tax }) => tax),
  };
  const majorUnit = 10n ** BigInt(minorUnitDigits(invoice.currency));
  return {
    ...invoice,
    issueDate,
    dueDate: addDays(issueDate, context.policy.paymentTermDays),
    lines,
    ...sums,
    discounts: discountsLeft(context, invoice, lines),
    taxes: lines.length === invoice.lines.length ? invoice.taxes : taxShares(lines),
    total: context.rules.invoiceTotal({ ...sums, majorUnit }),
  };
}

/** What the coupons took off the lines that are billed again, in the proportion in which they took it off all of them. */
function discountsLeft(context: Context, invoice: StoredInvoice, lines: readonly StoredLine[]) {
  if (lines.length === invoice.lines.length) return invoice.discounts;
  const taken = lines.reduce((sum, line) => sum + line.taken, 0n);
  const shares = context.rules.shareOut({
    amount: wholeNumber(taken),
    parts: invoice.discounts.map(({ amount }) => wholeNumber(amount)),
    unit: wholeNumber(1n),
  });
  return invoice.discounts.map((each, index) => ({ ...each, amount: shares[index]?.over ?? 0n }));
}

function refuseRebill(message: string): never {
  throw new Refusal({ status: 409, field: 'invoiceId', message });
}
