import type { PlannedAct } from '../../../model/billing/planned-act.ts';
import type { LocalDate } from '../../../model/date.ts';
import { unreachable } from '../../../model/fault.ts';
import type { InvoiceDraft } from '../../billing/stored-invoice.ts';
import type { QuotedAct } from '../../engine/act-procedures.ts';
import type { Context } from '../../engine.ts';

/** Thrown to take everything back that was written to find the answer. */
class TakenBack extends Error {}

/** The act is done without any bill, what it makes due is read off, and all of it is taken back. */
export function quoteAct(context: Context, { customerId, act }: QuotedAct): InvoiceDraft | null {
  const unbilled = { ...context, procedures: { ...context.procedures, billCustomer: () => null } };
  let quote: InvoiceDraft | null = null;
  try {
    context.store.transaction(() => {
      const { subscriptionId, date } = carriedOut(unbilled, act);
      quote = context.procedures.quoteInvoice(context, { customerId, subscriptionId, date });
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return quote;
}

function carriedOut(
  context: Context,
  act: PlannedAct,
): { readonly subscriptionId: string; readonly date: LocalDate } {
  const { subscribe, changePlan, cancel } = context.procedures;
  switch (act.kind) {
    case 'order':
      return { subscriptionId: subscribe(context, act.order), date: act.order.start };
    case 'change': {
      const { subscriptionId, plan, date, negotiated } = act;
      changePlan(context, { subscriptionId, plan, timing: { kind: 'date', date }, negotiated });
      return act;
    }
    case 'end': {
      const { subscriptionId, date } = act;
      cancel(context, { subscriptionId, timing: { kind: 'date', date } });
      return act;
    }
    default:
      return unreachable(act, 'planned act');
  }
}
