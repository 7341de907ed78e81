import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { refuse } from '../refusal.ts';
import { answerOnce, idempotencyKey } from './answer-once.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { currencyText, daySchema, keyText, percentText, positiveDecimal } from './schemas.ts';

const couponSchema = z.strictObject({
  code: keyText,
  value: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), percent: percentText }),
    z.strictObject({ kind: z.literal('amount'), amount: positiveDecimal, currency: currencyText }),
  ]),
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('invoice') }),
    z.strictObject({ kind: z.literal('plans'), plans: z.array(keyText).min(1).max(100) }),
    z.strictObject({ kind: z.literal('charges'), charges: z.array(keyText).min(1).max(100) }),
  ]),
  redeemBy: daySchema.nullable(),
  validUntil: daySchema.nullable(),
  invoicesMax: z.int().min(1).nullable(),
  redemptionsMax: z.int().min(1).nullable(),
});

export function couponRoutes(app: SandboxApp, engine: Engine): void {
  app.post('/v1/coupons', { schema: { body: couponSchema } }, async (request, reply) => {
    const context = contextOf(engine, request);
    const answer = answerOnce(context, request, () => {
      context.procedures.createCoupon(context, request.body);
      return { code: request.body.code };
    });
    return reply.code(201).send(answer);
  });
  app.post(
    '/v1/customers/:customerId/coupons',
    {
      config: { counted: true },
      schema: {
        params: z.strictObject({ customerId: keyText }),
        body: z.strictObject({ code: keyText, subscriptionId: keyText.nullable() }),
        response: { 201: z.object({ redemptionId: z.string() }) },
      },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const key = idempotencyKey(request);
      if (key === null)
        refuse('idempotency-key', 'Found no Idempotency-Key header, expected one on every redemption.');
      const redemption = { key, ...request.params, ...request.body };
      const redemptionId = await context.procedures.redeemCoupon(context, redemption);
      return reply.code(201).send({ redemptionId });
    },
  );
}
