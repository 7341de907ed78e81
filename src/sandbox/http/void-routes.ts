import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context, Engine } from '../engine.ts';
import { newId } from '../new-id.ts';
import { balanceEntriesOf } from '../store/balance.ts';
import { customerById } from '../store/customers.ts';
import { invoiceById } from '../store/invoices.ts';
import { idempotencyKey } from './answer-once.ts';
import { invoiceAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentInvoice, presentMoney } from './present.ts';
import { keyText, moneySchema } from './schemas.ts';

const invoiceParams = z.strictObject({ invoiceId: keyText });

const balanceAnswer = z.object({
  amount: moneySchema,
  entries: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      kind: z.enum([
        'credit-note',
        'invoice-void',
        'applied',
        'returned',
        'credit-note-void',
        'overpayment',
        'charged-back',
      ]),
      amount: moneySchema,
      invoiceId: z.string().nullable(),
    }),
  ),
});

export function voidRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/invoices/:invoiceId/void',
    { config: { counted: true }, schema: { params: invoiceParams, response: { 201: invoiceAnswer } } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const { invoiceId } = request.params;
      await engine.procedures.voidInvoice(context, { key: writeKey(request), invoiceId });
      return reply.code(201).send(presentInvoice(engine.rules, invoiceById(context, invoiceId)));
    },
  );
  app.post(
    '/v1/invoices/:invoiceId/rebill',
    {
      config: { counted: true },
      schema: {
        params: invoiceParams,
        body: z.strictObject({ without: z.array(z.int().min(0)).max(10_000) }),
        response: { 201: invoiceAnswer },
      },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const id = engine.procedures.rebill(context, {
        key: writeKey(request),
        invoiceId: request.params.invoiceId,
        without: request.body.without,
      });
      return reply.code(201).send(presentInvoice(engine.rules, invoiceById(context, id)));
    },
  );
  app.get(
    '/v1/customers/:customerId/balance',
    { schema: { params: z.strictObject({ customerId: keyText }), response: { 200: balanceAnswer } } },
    async (request) => presentBalance(contextOf(engine, request), request.params.customerId),
  );
}

/** A write without a key is a write of its own. */
export function writeKey(request: FastifyRequest): string {
  return idempotencyKey(request) ?? newId('key');
}

function presentBalance(context: Context, customerId: string): z.infer<typeof balanceAnswer> {
  const { currency } = customerById(context, customerId);
  const amountMinor = context.procedures.availableBalance(context, customerId);
  const entries = balanceEntriesOf(context, customerId);
  return {
    amount: presentMoney({ currency, amountMinor }),
    entries: entries.map((entry) => ({ ...entry, amount: presentMoney(entry.amount) })),
  };
}
