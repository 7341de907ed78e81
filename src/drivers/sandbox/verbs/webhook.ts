import type { WebhookVerbs } from '../../../target/verbs/webhook.ts';
import { endpointAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';
import { readSandboxWebhook } from '../read-webhook.ts';

export function webhookVerbs(calls: SandboxCalls): WebhookVerbs {
  return {
    registerWebhook: async (url) => {
      const call = { operation: 'webhook.register', path: '/v1/webhooks', body: { url } };
      return (await calls.posted(call, endpointAnswer)).secret;
    },
    readWebhook: readSandboxWebhook,
  };
}
