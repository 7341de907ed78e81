import { z } from 'zod';
import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { Engine } from '../engine.ts';
import { publishVersion } from '../store/catalog.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import {
  chargePriceSchema,
  chargeSchema,
  currencyText,
  daySchema,
  intervalSchema,
  keyText,
  moneySchema,
} from './schemas.ts';

const versionSchema = z
  .strictObject({
    plan: keyText,
    effectiveFrom: daySchema,
    currency: currencyText,
    interval: intervalSchema,
    charges: z.array(chargeSchema).min(1).max(100).refine(hasEachCodeOnce, 'expected each code once'),
    prices: z.enum(['net', 'gross']).exactOptional(),
    otherCurrencies: z
      .array(z.strictObject({ currency: currencyText, prices: z.array(chargePriceSchema).max(100) }))
      .max(200)
      .optional(),
    runningFrom: daySchema.optional(),
  })
  .refine(hasEachCurrencyOnce, 'expected each currency once, and not the own one');

/** A charge and each of its buckets stand on lines of their own. */
function hasEachCodeOnce(charges: readonly z.infer<typeof chargeSchema>[]): boolean {
  const codes = charges.flatMap((charge) => [
    charge.code,
    ...(charge.kind === 'usage' ? (charge.buckets ?? []).map(({ code }) => code) : []),
  ]);
  return new Set(codes).size === codes.length;
}

/** Of two prices in one currency, nobody could say which one is charged. */
function hasEachCurrencyOnce(version: Pick<PlanVersion, 'currency' | 'otherCurrencies'>): boolean {
  const currencies = [version.currency, ...(version.otherCurrencies ?? []).map(({ currency }) => currency)];
  return new Set(currencies).size === currencies.length;
}

export function catalogRoutes(app: SandboxApp, engine: Engine): void {
  app.post('/v1/plans', { schema: { body: versionSchema } }, async (request, reply) => {
    const context = contextOf(engine, request);
    context.store.transaction(() => publishVersion(context, request.body));
    return reply.code(201).send({ plan: request.body.plan, effectiveFrom: request.body.effectiveFrom });
  });
  app.post(
    '/v1/plans/:plan/withdrawal',
    { schema: { params: z.strictObject({ plan: keyText }), body: z.strictObject({ from: daySchema }) } },
    async (request, reply) => {
      const withdrawal = { plan: request.params.plan, from: request.body.from };
      engine.procedures.withdrawPlan(contextOf(engine, request), withdrawal);
      return reply.code(201).send(withdrawal);
    },
  );
  app.get(
    '/v1/listed-fees',
    {
      schema: {
        querystring: z.strictObject({ date: daySchema }),
        response: { 200: z.object({ fees: z.array(z.object({ plan: z.string(), fee: moneySchema })) }) },
      },
    },
    async (request) => {
      const context = contextOf(engine, request);
      return { fees: [...engine.procedures.listFees(context, request.query.date)] };
    },
  );
}
