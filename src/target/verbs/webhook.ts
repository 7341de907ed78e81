import type { WebhookDelivery, WebhookEvent } from '../../model/billing/webhook.ts';

export interface WebhookVerbs {
  /** Subscribes `url` to all events; answers the secret that signs deliveries. */
  registerWebhook(url: string): Promise<string>;
  /** The event that a delivery carries, or null when its signature is not right. */
  readWebhook(delivery: WebhookDelivery, secret: string): WebhookEvent | null;
}
