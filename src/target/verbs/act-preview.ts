import type { Invoice } from '../../model/billing/invoice.ts';
import type { PlannedAct } from '../../model/billing/planned-act.ts';

export interface ActPreviewVerbs {
  /** What would be billed of the subscription on the day of the act; null when nothing. Changes nothing. */
  previewAct(customerId: string, act: PlannedAct): Promise<Invoice | null>;
}
