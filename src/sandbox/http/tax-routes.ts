import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { saveSeller, saveTaxRate } from '../store/taxes.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { countryText, daySchema, keyText, percentText, regionText } from './schemas.ts';

const rateKey = {
  country: countryText,
  region: regionText.nullable().exactOptional(),
  category: keyText.nullable().exactOptional(),
  from: daySchema,
};

export function taxRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/tax-rates',
    { schema: { body: z.strictObject({ ...rateKey, ratePercent: percentText }) } },
    async (request, reply) => {
      saveTaxRate(contextOf(engine, request), request.body);
      return reply.code(201).send(request.body);
    },
  );
  app.post(
    '/v1/tax-rates/deletions',
    { schema: { body: z.strictObject(rateKey) } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      context.procedures.deleteTaxRate(context, request.body);
      return reply.code(201).send(request.body);
    },
  );
  app.post(
    '/v1/seller',
    { schema: { body: z.strictObject({ country: countryText, region: regionText.nullable() }) } },
    async (request, reply) => {
      saveSeller(contextOf(engine, request), request.body);
      return reply.code(201).send(request.body);
    },
  );
}
