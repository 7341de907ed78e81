import { z } from 'zod';
import type { NeighbourVerbs } from '../../../target/verbs/neighbour.ts';
import type { SandboxCalls } from '../calls.ts';

const importAnswer = z.object({
  source: z.enum(['answered', 'silent']),
  results: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.enum(['imported', 'known']),
        orderId: z.string(),
        customerId: z.string(),
        subscriptionId: z.string(),
      }),
      z.object({ kind: z.literal('rejected'), orderId: z.string(), field: z.string(), reason: z.string() }),
    ]),
  ),
});
const handOverAnswer = z.object({ taken: z.int(), open: z.int() });

export function neighbourVerbs(calls: SandboxCalls): NeighbourVerbs {
  return {
    connectNeighbour: async ({ kind, url }) => {
      await calls.post('neighbour.connect', `/v1/neighbours/${kind}`, { url });
    },
    importOrders: () =>
      calls.posted({ operation: 'order.import', path: '/v1/order-imports', body: {} }, importAnswer),
    handOverPostings: () =>
      calls.posted(
        { operation: 'posting.hand-over', path: '/v1/posting-hand-overs', body: {} },
        handOverAnswer,
      ),
  };
}
