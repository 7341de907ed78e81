import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { invoiceById } from '../store/invoices.ts';
import { answerOnce } from './answer-once.ts';
import { invoiceAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentInvoice } from './present.ts';
import { readMoney } from './read-money.ts';
import { daySchema, keyText, moneySchema } from './schemas.ts';

/** What is billed by hand. */
export function chargeRoutes(app: SandboxApp, engine: Engine): void {
  const body = z.strictObject({ customerId: keyText, text: keyText, amount: moneySchema, date: daySchema });
  app.post(
    '/v1/charges',
    { config: { counted: true }, schema: { body, response: { 201: invoiceAnswer } } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const { amount, ...charge } = request.body;
      const answer = answerOnce(context, request, () => {
        const invoiceId = engine.procedures.chargeByHand(context, {
          ...charge,
          amount: readMoney(amount),
        });
        return presentInvoice(engine.rules, invoiceById(context, invoiceId));
      });
      return reply.code(201).send(answer);
    },
  );
}
