import { z } from 'zod';
import type { Engine } from '../engine.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { readMoney } from './read-money.ts';
import { keyText, moneySchema } from './schemas.ts';

/** Amounts of usage that are not waited for until the end of the period. */
export function thresholdRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/subscriptions/:subscriptionId/thresholds',
    {
      schema: {
        params: z.strictObject({ subscriptionId: keyText }),
        body: z.strictObject({ thresholds: z.array(moneySchema).max(20) }),
      },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const thresholds = request.body.thresholds.map((money) => readMoney(money));
      engine.procedures.setThresholds(context, request.params.subscriptionId, thresholds);
      return reply.code(201).send(request.body);
    },
  );
}
