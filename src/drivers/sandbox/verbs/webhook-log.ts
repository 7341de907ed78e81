import { z } from 'zod';
import type { WebhookLogVerbs } from '../../../target/verbs/webhook-log.ts';
import type { SandboxCalls } from '../calls.ts';

const logAnswer = z.object({
  deliveries: z.array(
    z.object({
      eventId: z.string(),
      state: z.enum(['pending', 'delivered', 'given-up', 'lost']),
      pausesMs: z.array(z.number()),
    }),
  ),
});

export function webhookLogVerbs(calls: SandboxCalls): WebhookLogVerbs {
  return {
    webhookLog: async () => (await calls.get('webhook.log', '/v1/webhook-deliveries', logAnswer)).deliveries,
  };
}
