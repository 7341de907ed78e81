import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookDelivery, WebhookEvent } from '../../model/billing/webhook.ts';
import { eventAnswer } from './answers.ts';

const ageMaxSeconds = 300;

/** The event, only when the signature covers exactly this body and was made within the last minutes. */
export function readSandboxWebhook(delivery: WebhookDelivery, secret: string): WebhookEvent | null {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(delivery.headers['sandbox-signature'] ?? '');
  const [, time = '', mac = ''] = match ?? [];
  if (match === null || Math.abs(Date.now() / 1000 - Number(time)) > ageMaxSeconds) return null;
  const expected = createHmac('sha256', secret).update(`${time}.${delivery.body}`).digest();
  if (!timingSafeEqual(expected, Buffer.from(mac, 'hex'))) return null;
  const event = eventAnswer.safeParse(parsed(delivery.body));
  return event.success ? event.data : null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
