import { z } from 'zod';
import type { BankVerbs } from '../../../target/verbs/bank.ts';
import { day, money } from '../answer-values.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';

const fileAnswer = z.object({ id: z.string(), content: z.string() });
const statementAnswer = z.object({
  results: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('matched'),
        line: z.int(),
        reference: z.string(),
        invoiceIds: z.array(z.string()),
      }),
      z.object({ kind: z.enum(['unapplied', 'known']), line: z.int(), reference: z.string() }),
      z.object({ kind: z.literal('rejected'), line: z.int(), field: z.string(), reason: z.string() }),
    ]),
  ),
});
const cashAnswer = z.object({
  cash: z.array(
    z.object({ reference: z.string(), bookedOn: day, amount: money, text: z.string(), name: z.string() }),
  ),
});

export function bankVerbs(calls: SandboxCalls): BankVerbs {
  return {
    signMandate: async (mandate) => {
      await calls.post('bank.mandate', '/v1/bank/mandates', mandate);
    },
    collectionFile: async (key, dueUpTo) => {
      const operation = 'bank.collect';
      const answer = await calls.client.write({
        operation,
        method: 'POST',
        path: '/v1/bank/collections',
        body: { dueUpTo },
        idempotencyKey: `${calls.world.keyPrefix}${operation}/${key}`,
      });
      return readAnswer(operation, fileAnswer, answer);
    },
    importStatement: async (content) => {
      const call = { operation: 'bank.statement', path: '/v1/bank/statements', body: { content } };
      return (await calls.posted(call, statementAnswer)).results;
    },
    unappliedCash: async () => (await calls.get('bank.unapplied', '/v1/bank/unapplied', cashAnswer)).cash,
    applyCash: async (reference, customerId) => {
      await calls.post('bank.apply', '/v1/bank/applications', { reference, customerId });
    },
  };
}
