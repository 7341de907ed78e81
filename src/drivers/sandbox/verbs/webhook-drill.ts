import type { WebhookDrillVerbs } from '../../../target/verbs/webhook-drill.ts';
import type { SandboxCalls } from '../calls.ts';

export function webhookDrillVerbs(calls: SandboxCalls): WebhookDrillVerbs {
  return {
    redeliver: async (order) => {
      await calls.post('webhook.redeliver', '/v1/webhook-deliveries', { order });
    },
    loseDeliveries: async (count) => {
      await calls.post('webhook.lose', '/v1/webhook-losses', { count });
    },
  };
}
