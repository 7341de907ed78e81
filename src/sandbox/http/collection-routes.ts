import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { moneyOf } from '../../model/money.ts';
import type { Context, Engine } from '../engine.ts';
import { refuse } from '../refusal.ts';
import { customerById } from '../store/customers.ts';
import { invoiceById } from '../store/invoices.ts';
import { paymentsByKey } from '../store/payments.ts';
import { refundById, refundsOf, type StoredRefund } from '../store/refunds.ts';
import { idempotencyKey } from './answer-once.ts';
import { invoiceAnswer, paymentAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentInvoice, presentMoney, presentPayment } from './present.ts';
import { readMoney } from './read-money.ts';
import { keyText, moneySchema } from './schemas.ts';

const refundAnswer = z.object({
  id: z.string(),
  key: z.string(),
  paymentId: z.string(),
  amount: moneySchema,
  status: z.enum(['succeeded', 'declined', 'pending']),
  date: z.string(),
});

/** Money that goes back, comes by itself, or never comes. */
export function collectionRoutes(app: SandboxApp, engine: Engine): void {
  refundRoutes(app, engine);
  app.post(
    '/v1/receipts',
    {
      config: { counted: true },
      schema: {
        body: z.strictObject({
          customerId: keyText,
          amount: moneySchema,
          invoiceIds: z.array(keyText).min(1).max(100).nullable(),
        }),
        response: { 201: z.object({ payments: z.array(paymentAnswer), surplus: moneySchema }) },
      },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const key = keyOf(request);
      const { customerId, invoiceIds } = request.body;
      const amount = readMoney(request.body.amount);
      const surplus = engine.procedures.receiveMoney(context, {
        key,
        customerId: customerById(context, customerId).id,
        amount,
        invoiceIds,
      });
      return reply.code(201).send(receiptOf(context, key, moneyOf(surplus, amount.currency)));
    },
  );
  app.post(
    '/v1/invoices/:invoiceId/write-off',
    {
      config: { counted: true },
      schema: { params: z.strictObject({ invoiceId: keyText }), response: { 201: invoiceAnswer } },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const { invoiceId } = request.params;
      engine.procedures.writeOff(context, { key: keyOf(request), invoiceId });
      return reply.code(201).send(presentInvoice(engine.rules, invoiceById(context, invoiceId)));
    },
  );
}

function refundRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/payments/:paymentId/refunds',
    {
      config: { counted: true },
      schema: {
        params: z.strictObject({ paymentId: keyText }),
        body: z.strictObject({ amount: moneySchema }),
        response: { 201: refundAnswer },
      },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const id = await engine.procedures.refund(context, {
        key: keyOf(request),
        paymentId: request.params.paymentId,
        amount: readMoney(request.body.amount),
      });
      return reply.code(201).send(presentRefund(refundById(context, id)));
    },
  );
  app.get(
    '/v1/refunds',
    {
      schema: {
        querystring: z.strictObject({ customerId: keyText }),
        response: { 200: z.object({ refunds: z.array(refundAnswer) }) },
      },
    },
    async (request) => {
      const of = { column: 'customer', id: request.query.customerId } as const;
      return { refunds: refundsOf(contextOf(engine, request), of).map(presentRefund) };
    },
  );
}

function presentRefund({ id, key, paymentId, amount, status, date }: StoredRefund) {
  return { id, key, paymentId, amount: presentMoney(amount), status, date };
}

function receiptOf(context: Context, key: string, surplus: ReturnType<typeof moneyOf>) {
  return { payments: paymentsByKey(context, key).map(presentPayment), surplus: presentMoney(surplus) };
}

function keyOf(request: FastifyRequest): string {
  const key = idempotencyKey(request);
  if (key === null)
    refuse(
      'idempotency-key',
      'Found no Idempotency-Key header, expected one on everything that moves money.',
    );
  return key;
}
