import type { InvoiceDraft } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';

export function quotedCredit(context: Context, draft: InvoiceDraft): bigint {
  const available = context.procedures.availableBalance(context, draft.customerId);
  return context.rules.creditToApply({ available, due: draft.total });
}
