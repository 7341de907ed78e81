import type { TrackedDelivery } from '../../model/billing/webhook.ts';

export interface WebhookLogVerbs {
  /** Every telling of an event to an address, in the order in which they were due. */
  webhookLog(): Promise<readonly TrackedDelivery[]>;
}
