import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { setNeighbour } from '../store/neighbours.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';

const orderResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['imported', 'known']),
    orderId: z.string(),
    customerId: z.string(),
    subscriptionId: z.string(),
  }),
  z.object({ kind: z.literal('rejected'), orderId: z.string(), field: z.string(), reason: z.string() }),
]);

const params = z.strictObject({ kind: z.enum(['order-source', 'accounting', 'tax-engine']) });

export function neighbourRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/neighbours/:kind',
    { schema: { params, body: z.strictObject({ url: z.url({ protocol: /^https?$/ }) }) } },
    async (request, reply) => {
      setNeighbour(contextOf(engine, request), request.params.kind, request.body.url);
      return reply.code(204).send();
    },
  );
  app.post(
    '/v1/order-imports',
    {
      schema: {
        response: {
          200: z.object({ source: z.enum(['answered', 'silent']), results: z.array(orderResult) }),
        },
      },
    },
    async (request) => {
      const { source, results } = await engine.procedures.importOrders(contextOf(engine, request));
      return { source, results: [...results] };
    },
  );
  app.post(
    '/v1/posting-hand-overs',
    { schema: { response: { 200: z.object({ taken: z.int(), open: z.int() }) } } },
    async (request) => engine.procedures.handOverPostings(contextOf(engine, request)),
  );
}
