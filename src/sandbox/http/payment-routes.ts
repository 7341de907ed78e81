import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { refuse } from '../refusal.ts';
import { ledgerOf } from '../store/ledger.ts';
import { paymentById, paymentsOf } from '../store/payments.ts';
import { idempotencyKey } from './answer-once.ts';
import { ledgerAnswer, paymentAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentEntry, presentPayment } from './present.ts';
import { readMoney } from './read-money.ts';
import { keyText, moneySchema } from './schemas.ts';

const ofCustomer = z.strictObject({ customerId: keyText });

export function paymentRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/payments',
    {
      config: { counted: true },
      schema: {
        body: z.strictObject({ invoiceId: keyText, amount: moneySchema }),
        response: { 201: paymentAnswer },
      },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const key = idempotencyKey(request);
      if (key === null)
        refuse('idempotency-key', 'Found no Idempotency-Key header, expected one on every payment.');
      const { invoiceId } = request.body;
      const amount = readMoney(request.body.amount);
      const id = await engine.procedures.pay(context, { key, invoiceId, amount });
      return reply.code(201).send(presentPayment(paymentById(context, id)));
    },
  );
  app.patch(
    '/v1/payments/:paymentId',
    {
      schema: {
        params: z.strictObject({ paymentId: keyText }),
        body: z.strictObject({ amount: moneySchema }),
        response: { 200: paymentAnswer },
      },
    },
    async (request) => {
      const context = contextOf(engine, request);
      const { paymentId } = request.params;
      engine.procedures.amendPayment(context, { paymentId, amount: readMoney(request.body.amount) });
      return presentPayment(paymentById(context, paymentId));
    },
  );
  app.get(
    '/v1/payments',
    {
      schema: { querystring: ofCustomer, response: { 200: z.object({ payments: z.array(paymentAnswer) }) } },
    },
    async (request) => ({
      payments: paymentsOf(contextOf(engine, request), request.query.customerId).map(presentPayment),
    }),
  );
  app.get(
    '/v1/ledger',
    { schema: { querystring: ofCustomer, response: { 200: z.object({ entries: z.array(ledgerAnswer) }) } } },
    async (request) => ({
      entries: ledgerOf(contextOf(engine, request), request.query.customerId).map(presentEntry),
    }),
  );
}
