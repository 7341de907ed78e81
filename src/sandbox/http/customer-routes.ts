import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { newId } from '../new-id.ts';
import { customerById, insertCustomer } from '../store/customers.ts';
import { answerOnce } from './answer-once.ts';
import { customerAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentCustomer } from './present.ts';
import {
  countryText,
  currencyText,
  keyText,
  nameText,
  percentText,
  regionText,
  vatIdText,
  zoneText,
} from './schemas.ts';

const newCustomer = z.strictObject({
  key: keyText,
  name: nameText,
  country: countryText,
  currency: currencyText,
  timeZone: zoneText,
  region: regionText.nullable().exactOptional(),
  taxStatus: z.enum(['standard', 'exempt']).exactOptional(),
  vatId: vatIdText.nullable().exactOptional(),
});

const customerParams = z.strictObject({ customerId: keyText });

export function customerRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/customers',
    { config: { counted: true }, schema: { body: newCustomer, response: { 201: customerAnswer } } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const customer = answerOnce(context, request, () => {
        const id = newId('cus');
        insertCustomer(context, id, request.body);
        return presentCustomer(customerById(context, id));
      });
      return reply.code(201).send(customer);
    },
  );
  app.get(
    '/v1/customers/:customerId',
    { schema: { params: customerParams, response: { 200: customerAnswer } } },
    async (request) => presentCustomer(customerById(contextOf(engine, request), request.params.customerId)),
  );
  app.post(
    '/v1/customers/:customerId/discounts',
    {
      schema: {
        params: customerParams,
        body: z.strictObject({ code: keyText, kind: z.literal('percent'), percent: percentText }),
      },
    },
    async (request, reply) => {
      const { customerId } = request.params;
      engine.procedures.redeemDiscount(contextOf(engine, request), { customerId, discount: request.body });
      return reply.code(201).send({ customerId, code: request.body.code });
    },
  );
}
