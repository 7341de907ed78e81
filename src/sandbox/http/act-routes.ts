import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { customerById } from '../store/customers.ts';
import { invoiceAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentQuote } from './present.ts';
import { daySchema, keyText } from './schemas.ts';
import { agreedPrices, newSubscription } from './subscription-routes.ts';

const actSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('order'), order: newSubscription }),
  z.strictObject({
    kind: z.literal('change'),
    subscriptionId: keyText,
    plan: keyText,
    date: daySchema,
    negotiated: agreedPrices,
  }),
  z.strictObject({ kind: z.literal('end'), subscriptionId: keyText, date: daySchema }),
]);

/** What something would cost, asked before it is done. */
export function actRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/customers/:customerId/act-preview',
    {
      schema: {
        params: z.strictObject({ customerId: keyText }),
        body: actSchema,
        response: { 200: z.object({ invoice: invoiceAnswer.nullable() }) },
      },
    },
    async (request) => {
      const context = contextOf(engine, request);
      const { id: customerId } = customerById(context, request.params.customerId);
      const draft = engine.procedures.quoteAct(context, { customerId, act: request.body });
      return { invoice: draft === null ? null : presentQuote(context, draft) };
    },
  );
}
