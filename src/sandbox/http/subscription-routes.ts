import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { answerOnce } from './answer-once.ts';
import { subscriptionAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentSubscription } from './present.ts';
import { daySchema, keyText, positiveDecimal, timingSchema } from './schemas.ts';

const newSubscription = z.strictObject({
  key: keyText,
  customerId: keyText,
  plan: keyText,
  start: daySchema,
  quantity: positiveDecimal,
  billing: z.enum(['anniversary', 'calendar']),
});

const params = z.strictObject({ subscriptionId: keyText });
const response = { 200: subscriptionAnswer };

export function subscriptionRoutes(app: SandboxApp, engine: Engine): void {
  const { procedures } = engine;
  app.post(
    '/v1/subscriptions',
    { config: { counted: true }, schema: { body: newSubscription, response: { 201: subscriptionAnswer } } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const subscription = answerOnce(context, request, () =>
        presentSubscription(context, procedures.subscribe(context, request.body)),
      );
      return reply.code(201).send(subscription);
    },
  );
  app.get('/v1/subscriptions/:subscriptionId', { schema: { params, response } }, async (request) =>
    presentSubscription(contextOf(engine, request), request.params.subscriptionId),
  );
  app.post(
    '/v1/subscriptions/:subscriptionId/change',
    { schema: { params, body: z.strictObject({ plan: keyText, timing: timingSchema }), response } },
    async (request) => {
      const context = contextOf(engine, request);
      const { subscriptionId } = request.params;
      procedures.changePlan(context, { subscriptionId, ...request.body });
      return presentSubscription(context, subscriptionId);
    },
  );
  app.post(
    '/v1/subscriptions/:subscriptionId/cancel',
    { schema: { params, body: z.strictObject({ timing: timingSchema }), response } },
    async (request) => {
      const context = contextOf(engine, request);
      const { subscriptionId } = request.params;
      procedures.cancel(context, { subscriptionId, timing: request.body.timing });
      return presentSubscription(context, subscriptionId);
    },
  );
}
