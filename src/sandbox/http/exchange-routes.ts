import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { bookValuesOf } from '../store/exchange.ts';
import { ledgerAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentMoney } from './present.ts';
import { currencyText, daySchema, keyText, nameText, positiveDecimal } from './schemas.ts';

const rateBody = z
  .strictObject({
    from: currencyText,
    to: currencyText,
    rate: positiveDecimal,
    source: nameText,
    effectiveFrom: daySchema,
  })
  .refine(({ from, to }) => from !== to, 'expected two different currencies');

const bookValueAnswer = z.object({
  ...ledgerAnswer.shape,
  account: z.enum([...ledgerAnswer.shape.account.options, 'exchange-gain', 'exchange-loss']),
  rate: z.object({ rate: z.string(), source: z.string(), effectiveFrom: z.string() }).nullable(),
});

/** What other currencies are worth in the books. */
export function exchangeRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/exchange-rates',
    { schema: { body: rateBody, response: { 201: rateBody } } },
    async (request, reply) => {
      engine.procedures.setExchangeRate(contextOf(engine, request), request.body);
      return reply.code(201).send(request.body);
    },
  );
  app.get(
    '/v1/book-values',
    {
      schema: {
        querystring: z.strictObject({ customerId: keyText }),
        response: { 200: z.object({ values: z.array(bookValueAnswer) }) },
      },
    },
    async (request) => {
      const values = bookValuesOf(contextOf(engine, request), request.query.customerId);
      return { values: values.map((value) => ({ ...value, amount: presentMoney(value.amount) })) };
    },
  );
}
