import type { InvoiceDraft } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';

/** The balance first, then the wallets, as on the invoice itself. */
export function quotedCredit(context: Context, draft: InvoiceDraft): bigint {
  const available = context.procedures.availableBalance(context, draft.customerId);
  const balance = context.rules.creditToApply({ available, due: draft.total });
  const uses = context.procedures.planWallets(context, { invoice: draft, due: draft.total - balance });
  return uses.reduce((sum, { amount }) => sum + amount, balance);
}
