import type { Invoice } from '../../model/billing/invoice.ts';
import type { ManualCharge } from '../../model/billing/manual-charge.ts';

export interface ChargeVerbs {
  /** Invoiced at once, on an invoice of its own. */
  charge(charge: ManualCharge): Promise<Invoice>;
}
