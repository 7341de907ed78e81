import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { answerCalculation } from '../billing/answer-calculation.ts';
import type { Engine } from '../engine.ts';
import { newId } from '../new-id.ts';
import { insertEndpoint } from '../store/webhooks.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { calculationAnswerSchema, calculationSchema } from './calculation-schemas.ts';
import { describeSandbox } from './describe-sandbox.ts';
import type { RequestLog } from './request-log.ts';

export function systemRoutes(app: SandboxApp, engine: Engine, log: RequestLog): void {
  app.get('/v1/describe', { config: { open: true } }, async () => describeSandbox());
  app.get('/openapi.json', { config: { open: true }, schema: { hide: true } }, async () => app.swagger());
  app.post(
    '/v1/preview',
    { schema: { body: calculationSchema, response: { 200: calculationAnswerSchema } } },
    async (request) =>
      structuredClone(answerCalculation(contextOf(engine, request).rules, request.body)) as z.infer<
        typeof calculationAnswerSchema
      >,
  );
  app.get(
    '/v1/request-log',
    {
      schema: {
        querystring: z.strictObject({ operation: z.enum(['usage.ingest', 'invoice.read', 'bill.run']) }),
        response: { 200: z.object({ count: z.int(), ok: z.int() }) },
      },
    },
    async (request) => log.countOf(request.tenantId, request.query.operation),
  );
  app.post(
    '/v1/webhooks',
    {
      schema: {
        body: z.strictObject({ url: z.url({ protocol: /^https?$/ }) }),
        response: { 201: z.object({ id: z.string(), secret: z.string() }) },
      },
    },
    async (request, reply) => {
      const endpoint = {
        id: newId('hook'),
        secret: `whsec_${randomBytes(24).toString('hex')}`,
        url: request.body.url,
      };
      insertEndpoint(contextOf(engine, request), endpoint);
      return reply.code(201).send({ id: endpoint.id, secret: endpoint.secret });
    },
  );
}
