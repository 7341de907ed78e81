import { z } from 'zod';
import type { Engine } from '../engine.ts';
import type { FakeGateway } from '../gateway/fake-gateway.ts';
import { customerById } from '../store/customers.ts';
import { movementsOf } from '../store/gateway-movements.ts';
import { savePaymentMethod } from '../store/payment-methods.ts';
import { paymentById } from '../store/payments.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { keyText } from './schemas.ts';

const ofCustomer = z.strictObject({ customerId: keyText });
const statuses = z.enum(['succeeded', 'declined', 'pending', 'charged-back']);

const methodSchema = z.strictObject({
  behaviour: z.enum([
    'succeeds',
    'declines-soft',
    'declines-hard',
    'times-out-after-doing-it',
    'stays-pending',
  ]),
  collection: z.enum(['manual', 'automatic']),
});

const movementAnswer = z.object({
  kind: z.enum(['charge', 'refund']),
  status: statuses,
  currency: z.string(),
  amountMinor: z.string(),
});

/** The payment service's side: its test cards, its record, and the notifications that it sends. */
export function gatewayRoutes(app: SandboxApp, engine: Engine, gateway: FakeGateway): void {
  app.put(
    '/v1/customers/:customerId/payment-method',
    { schema: { params: ofCustomer, body: methodSchema, response: { 200: methodSchema } } },
    async (request) => {
      const context = contextOf(engine, request);
      savePaymentMethod(context, customerById(context, request.params.customerId).id, request.body);
      return request.body;
    },
  );
  app.get(
    '/v1/gateway/movements',
    {
      schema: {
        querystring: ofCustomer,
        response: { 200: z.object({ movements: z.array(movementAnswer) }) },
      },
    },
    async (request) => ({
      movements: movementsOf(contextOf(engine, request), request.query.customerId).map((movement) => ({
        ...movement,
        amountMinor: movement.amountMinor.toString(),
      })),
    }),
  );
  app.post(
    '/v1/gateway/notifications',
    { schema: { body: z.strictObject({ id: keyText, paymentId: keyText, outcome: statuses }) } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const key = engine.rules.gatewayKey(paymentById(context, request.body.paymentId));
      gateway.conclude(context.tenantId, key, request.body.outcome);
      await engine.procedures.receiveNotification(context, request.body);
      return reply.code(204).send();
    },
  );
}
