import { z } from 'zod';
import { instant } from '../../model/date.ts';
import { dailyUsage } from '../billing/daily-usage.ts';
import { usageTotal } from '../billing/usage-lines.ts';
import type { Engine } from '../engine.ts';
import { customerById } from '../store/customers.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { daySchema, keyText, meteredEventFields } from './schemas.ts';

const eventSchema = z.strictObject({
  ...meteredEventFields,
  customerId: keyText,
  meter: keyText,
  subscriptionId: keyText.optional(),
});

const resultSchema = z.object({
  id: z.string(),
  outcome: z.enum(['accepted', 'duplicate', 'too-late', 'rejected']),
  reason: z.string(),
});

export function usageRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/usage',
    {
      config: { operation: 'usage.ingest' },
      schema: {
        body: z.strictObject({ events: z.array(eventSchema).min(1).max(5000) }),
        response: { 200: z.object({ results: z.array(resultSchema) }) },
      },
    },
    async (request) => {
      const events = request.body.events.map((event) => ({ ...event, at: instant(event.at) }));
      const results = await engine.procedures.ingestUsage(contextOf(engine, request), events);
      return { results: [...results] };
    },
  );
  app.get(
    '/v1/usage/total',
    {
      schema: {
        querystring: z.strictObject({ customerId: keyText, meter: keyText, from: daySchema, to: daySchema }),
        response: { 200: z.object({ quantity: z.string() }) },
      },
    },
    async (request) => {
      const context = contextOf(engine, request);
      const { customerId, meter, from, to } = request.query;
      return {
        quantity: usageTotal(context, customerById(context, customerId), { meter, period: { from, to } }),
      };
    },
  );
  app.get(
    '/v1/usage/daily',
    {
      schema: {
        querystring: z.strictObject({ customerId: keyText, meter: keyText, from: daySchema, to: daySchema }),
        response: { 200: z.object({ days: z.array(z.object({ date: daySchema, quantity: z.string() })) }) },
      },
    },
    async (request) => {
      const context = contextOf(engine, request);
      const { customerId, meter, from, to } = request.query;
      const customer = customerById(context, customerId);
      return { days: [...dailyUsage(context, customer, { meter, period: { from, to } })] };
    },
  );
}
