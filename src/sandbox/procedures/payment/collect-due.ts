import { openAmounts, type StoredInvoice } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { Refusal } from '../../refusal.ts';
import { declineOf, dunningPolicyOf } from '../../store/dunning.ts';
import { invoicesOf } from '../../store/invoices.ts';
import { automaticPayers } from '../../store/payment-methods.ts';
import { paymentsForInvoice } from '../../store/payments.ts';
import { todayOf } from '../../store/tenants.ts';

export async function collectDue(context: Context): Promise<void> {
  for (const customerId of automaticPayers(context))
    for (const invoice of invoicesOf(context, customerId)) await collect(context, invoice);
}

/** The number of the attempt is its key: two who collect at one instant make one attempt. */
async function collect(context: Context, invoice: StoredInvoice): Promise<void> {
  const dueMinor = context.rules.amountDue(openAmounts(invoice));
  const attempts = paymentsForInvoice(context, invoice.id).filter(({ key }) => key.startsWith('collect/'));
  if (dueMinor <= 0n || attempts.some(({ status }) => status !== 'declined')) return;
  const today = todayOf(context.store, context.tenantId);
  const { firstAttempt = 'issue-date', retryDays = [] } = dunningPolicyOf(context) ?? {};
  const { issueDate, dueDate } = invoice;
  const declined = attempts.map(({ id, date }) => ({ date, decline: declineOf(context, id) }));
  const question = { issueDate, dueDate, today, firstAttempt, retryDays, declined };
  const day = context.rules.nextAttemptDay(question);
  if (day === null || day > today) return;
  const key = `collect/${invoice.id}/${attempts.length + 1}`;
  const amount = { currency: invoice.currency, amountMinor: dueMinor };
  try {
    await context.procedures.pay(context, { key, invoiceId: invoice.id, amount });
  } catch (error) {
    // Somebody else is paying it at this moment.
    if (!(error instanceof Refusal)) throw error;
  }
}
