import type { Context } from '../engine.ts';

/** What happens to stored data when a new version is installed. */
export interface UpgradeProcedures {
  readonly upgradeData: (context: Context) => void;
  /** One subscription at a time: only what the new version keeps in another form is written anew. */
  readonly upgradeSubscription: (context: Context, subscriptionId: string) => void;
  /** One invoice at a time: postings that the version before did not make yet. */
  readonly upgradeInvoice: (context: Context, invoiceId: string) => void;
}
