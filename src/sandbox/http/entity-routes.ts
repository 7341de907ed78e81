import { z } from 'zod';
import type { Engine } from '../engine.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { currencyText, keyText, nameText } from './schemas.ts';

export function entityRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/legal-entities',
    {
      schema: {
        body: z.strictObject({
          key: keyText,
          name: nameText,
          numberPrefix: z
            .string()
            .regex(/^[A-Z][A-Z0-9]{0,7}-$/, 'expected capital letters and a hyphen such as AT-'),
          currency: currencyText,
        }),
      },
    },
    async (request, reply) => {
      engine.procedures.createLegalEntity(contextOf(engine, request), request.body);
      return reply.code(201).send({ key: request.body.key });
    },
  );
  app.post(
    '/v1/customers/:customerId/legal-entity',
    { schema: { params: z.strictObject({ customerId: keyText }), body: z.strictObject({ key: keyText }) } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      engine.procedures.assignToEntity(context, request.params.customerId, request.body.key);
      return reply.code(201).send({ key: request.body.key });
    },
  );
  app.post('/v1/upgrade', async (request, reply) => {
    engine.procedures.upgradeData(contextOf(engine, request));
    return reply.code(201).send({ upgraded: true });
  });
}
