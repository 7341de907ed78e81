import type { AuditEntry } from '../../model/billing/user.ts';
import type { Context } from '../engine.ts';

/** Who did what, and who was faster. */
export interface AccessProcedures {
  /** Adds one entry to the trail, which nobody changes or takes back. */
  readonly recordAudit: (context: Context, entry: AuditEntry) => void;
  /** Gives the customer the name, unless somebody else changed him since; answers the new version. */
  readonly renameCustomer: (context: Context, change: CustomerChange) => number;
}

export interface CustomerChange {
  readonly customerId: string;
  readonly name: string;
  /** That the caller has read. */
  readonly version: number;
}
