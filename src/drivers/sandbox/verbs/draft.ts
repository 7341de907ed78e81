import { z } from 'zod';
import type { DraftVerbs } from '../../../target/verbs/draft.ts';
import { invoiceAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';
import { customerPath } from './customer.ts';

const draftsAnswer = z.object({ drafts: z.array(invoiceAnswer) });

export function draftVerbs(calls: SandboxCalls): DraftVerbs {
  return {
    reviewInvoices: async (customerId, review) => {
      await calls.post('invoice.review', `${customerPath(customerId)}/invoice-review`, review);
    },
    drafts: async (customerId) => {
      const query = new URLSearchParams({ customerId });
      return (await calls.get('draft.list', `/v1/drafts?${query}`, draftsAnswer)).drafts;
    },
    finalise: async (key, draftId) => {
      const operation = 'draft.finalise';
      const answer = await calls.client.write({
        operation,
        method: 'POST',
        path: `/v1/drafts/${encodeURIComponent(draftId)}/finalise`,
        body: {},
        idempotencyKey: `${calls.world.keyPrefix}${operation}/${key}`,
      });
      return readAnswer(operation, invoiceAnswer, answer);
    },
  };
}
