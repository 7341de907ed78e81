import type { ManualCharge } from '../../../model/billing/manual-charge.ts';
import { addDays } from '../../../model/date.ts';
import { untaxedDraft, untaxedLine } from '../../billing/untaxed-draft.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { customerById } from '../../store/customers.ts';
import { todayOf } from '../../store/tenants.ts';

/** Whatever day it is for, it is due like an invoice of today, and no subscription is billed because of it. */
export function chargeByHand(context: Context, charge: Omit<ManualCharge, 'key'>): string {
  const { customerId, text, amount, date } = charge;
  const { currency } = customerById(context, customerId);
  if (amount.currency !== currency)
    refuse('amount.currency', `Found ${amount.currency}, expected ${currency}, the customer's currency.`);
  if (amount.amountMinor <= 0n) refuse('amount.amount', 'Found no amount, expected one above zero.');
  return context.store.transaction(() => {
    const period = { from: date, to: addDays(date, 1) };
    const line = { ...untaxedLine(text, amount.amountMinor), kind: 'one-off' as const, period };
    const issueDate = todayOf(context.store, context.tenantId);
    return context.procedures.issueInvoice(
      context,
      untaxedDraft(context, { customerId, currency, issueDate, lines: [line] }),
    );
  });
}
