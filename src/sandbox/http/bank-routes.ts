import { z } from 'zod';
import type { StatementResult } from '../../model/billing/bank.ts';
import type { Engine } from '../engine.ts';
import { collectionBy, unappliedBookings } from '../store/bank.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentMoney } from './present.ts';
import { daySchema, keyText, moneySchema } from './schemas.ts';
import { writeKey } from './void-routes.ts';

const mandateBody = z.strictObject({
  customerId: keyText,
  iban: z.string().min(1).max(34),
  reference: keyText,
  signedOn: daySchema,
});
const fileAnswer = z.object({ id: z.string(), content: z.string() });
const resultAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('matched'),
    line: z.int(),
    reference: z.string(),
    invoiceIds: z.array(z.string()),
  }),
  z.object({ kind: z.enum(['unapplied', 'known']), line: z.int(), reference: z.string() }),
  z.object({ kind: z.literal('rejected'), line: z.int(), field: z.string(), reason: z.string() }),
]);
const cashAnswer = z.object({
  reference: z.string(),
  bookedOn: z.string(),
  amount: moneySchema,
  text: z.string(),
  name: z.string(),
});

/** Files to the bank and from it. */
export function bankRoutes(app: SandboxApp, engine: Engine): void {
  const { procedures } = engine;
  app.post('/v1/bank/mandates', { schema: { body: mandateBody } }, async (request, reply) => {
    procedures.signMandate(contextOf(engine, request), request.body);
    return reply.code(201).send({ reference: request.body.reference });
  });
  app.post(
    '/v1/bank/collections',
    {
      config: { counted: true },
      schema: { body: z.strictObject({ dueUpTo: daySchema }), response: { 201: fileAnswer } },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const id = procedures.writeCollection(context, {
        key: writeKey(request),
        dueUpTo: request.body.dueUpTo,
      });
      return reply.code(201).send({ id, content: collectionBy(context, 'id', id)?.content ?? '' });
    },
  );
  app.post(
    '/v1/bank/statements',
    {
      schema: {
        body: z.strictObject({ content: z.string().max(5_000_000) }),
        response: { 200: z.object({ results: z.array(resultAnswer) }) },
      },
    },
    async (request) => {
      const results = procedures.importStatement(contextOf(engine, request), request.body.content);
      return { results: results.map(presentResult) };
    },
  );
  app.get(
    '/v1/bank/unapplied',
    { schema: { response: { 200: z.object({ cash: z.array(cashAnswer) }) } } },
    async (request) => {
      const cash = unappliedBookings(contextOf(engine, request));
      return { cash: cash.map((each) => ({ ...each, amount: presentMoney(each.amount) })) };
    },
  );
  app.post(
    '/v1/bank/applications',
    { schema: { body: z.strictObject({ reference: keyText, customerId: keyText }) } },
    async (request, reply) => {
      procedures.applyCash(contextOf(engine, request), request.body);
      return reply.code(201).send({ reference: request.body.reference });
    },
  );
}

function presentResult(result: StatementResult): z.infer<typeof resultAnswer> {
  return result.kind === 'matched' ? { ...result, invoiceIds: [...result.invoiceIds] } : result;
}
