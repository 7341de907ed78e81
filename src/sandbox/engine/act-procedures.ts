import type { PlannedAct } from '../../model/billing/planned-act.ts';
import type { InvoiceDraft } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';

export interface ActProcedures {
  /** What the act would bill of its subscription on its day; null when nothing. Nothing of it stays. */
  readonly quoteAct: (context: Context, quoted: QuotedAct) => InvoiceDraft | null;
}

export interface QuotedAct {
  readonly customerId: string;
  readonly act: PlannedAct;
}
