import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { loggedDeliveries } from '../store/webhooks.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';

const eventShape = z.object({ id: z.string() });

export function webhookDrillRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/webhook-deliveries',
    { schema: { body: z.strictObject({ order: z.enum(['as-happened', 'reversed']) }) } },
    async (request, reply) => {
      engine.procedures.redeliver(contextOf(engine, request), request.body.order);
      return reply.code(201).send({ order: request.body.order });
    },
  );
  app.get('/v1/webhook-deliveries', async (request) => ({
    deliveries: loggedDeliveries(contextOf(engine, request)).map(({ body, state, pausesMs }) => ({
      eventId: eventShape.parse(JSON.parse(body)).id,
      state,
      pausesMs,
    })),
  }));
  app.post(
    '/v1/webhook-losses',
    { schema: { body: z.strictObject({ count: z.int().min(0).max(1_000) }) } },
    async (request, reply) => {
      engine.procedures.loseDeliveries(contextOf(engine, request), request.body.count);
      return reply.code(201).send({ count: request.body.count });
    },
  );
}
