import type { ActPreviewVerbs } from '../../../target/verbs/act-preview.ts';
import { quoteAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';
import { customerPath } from './customer.ts';

const operation = 'preview.act';

export function actPreviewVerbs(calls: SandboxCalls): ActPreviewVerbs {
  return {
    previewAct: async (customerId, act) => {
      const path = `${customerPath(customerId)}/act-preview`;
      const answer = await calls.client.read({ operation, method: 'POST', path, body: act });
      return readAnswer(operation, quoteAnswer, answer).invoice;
    },
  };
}
