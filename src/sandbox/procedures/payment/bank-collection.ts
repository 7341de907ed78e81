import type { BankMandate } from '../../../model/billing/bank.ts';
import type { LocalDate } from '../../../model/date.ts';
import { moneyOf } from '../../../model/money.ts';
import { openAmounts } from '../../billing/stored-invoice.ts';
import type { CollectedInvoice, CollectionRequest } from '../../engine/bank-procedures.ts';
import type { Context } from '../../engine.ts';
import { collectionFile } from '../../exports/collection-file.ts';
import { newId } from '../../new-id.ts';
import { refuse } from '../../refusal.ts';
import { collectionBy, insertCollection, isCollected, mandatesOf, saveMandate } from '../../store/bank.ts';
import { customerById } from '../../store/customers.ts';
import { countExecution } from '../../store/executions.ts';
import { invoicesOf } from '../../store/invoices.ts';
import { pendingFor } from '../../store/payments.ts';
import { todayOf } from '../../store/tenants.ts';

export function signMandate(context: Context, mandate: BankMandate): void {
  const { id } = customerById(context, mandate.customerId);
  if (!context.rules.isIban(mandate.iban))
    refuse('iban', 'Found an account number whose check digits do not fit.');
  saveMandate(context, { ...mandate, customerId: id });
}

/** File and note of what is in it stand together: an invoice is asked for by one file. */
export function writeCollection(context: Context, { key, dueUpTo }: CollectionRequest): string {
  return context.store.transaction(() => {
    const known = collectionBy(context, 'key', key);
    if (known !== null) return known.id;
    const items = context.procedures.invoicesToCollect(context, dueUpTo);
    if (items.length === 0)
      refuse('dueUpTo', 'Found nothing to collect, expected at least one open invoice.');
    const id = newId('coll');
    const createdOn = todayOf(context.store, context.tenantId);
    const content = collectionFile(context.rules, { id, createdOn, items });
    insertCollection(context, { id, key, content, invoiceIds: items.map(({ invoice }) => invoice.id) });
    countExecution(context, key);
    return id;
  });
}

/** Euros only: the scheme knows no other currency. */
export function invoicesToCollect(context: Context, dueUpTo: LocalDate): readonly CollectedInvoice[] {
  return mandatesOf(context).flatMap((mandate) => {
    const { name } = customerById(context, mandate.customerId);
    return invoicesOf(context, mandate.customerId)
      .filter(({ id, dueDate, currency }) => {
        return dueDate <= dueUpTo && currency === 'EUR' && !isCollected(context, id);
      })
      .map((invoice) => {
        const due = context.rules.amountDue(openAmounts(invoice)) - pendingFor(context, invoice.id);
        return { invoice, due: moneyOf(due, invoice.currency), name, mandate };
      })
      .filter(({ due }) => due.amountMinor > 0n);
  });
}
