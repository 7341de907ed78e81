import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { answerOnce } from './answer-once.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { keyText } from './schemas.ts';

const params = z.strictObject({ customerId: keyText });
const body = z.strictObject({ unpaid: z.enum(['stays', 'written-off', 'credited']) });

export function closingRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/customers/:customerId/closing',
    { config: { counted: true }, schema: { params, body } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const answer = answerOnce(context, request, () => {
        engine.procedures.closeCustomer(context, { ...request.params, ...request.body });
        return {};
      });
      return reply.code(201).send(answer);
    },
  );
}
