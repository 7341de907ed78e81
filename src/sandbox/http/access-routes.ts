import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { roles } from '../../model/billing/user.ts';
import type { Engine } from '../engine.ts';
import { auditTrail } from '../store/audit.ts';
import { customerVersion } from '../store/customer-versions.ts';
import { customerById } from '../store/customers.ts';
import { insertUser } from '../store/users.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { keyText, nameText } from './schemas.ts';

const ofCustomer = z.strictObject({ customerId: keyText });
const versioned = z.strictObject({ name: nameText, version: z.int().min(1) });

const entry = z.object({
  on: z.string(),
  user: z.string(),
  role: z.enum(roles),
  action: z.string(),
  objectId: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** Users with their roles, the trail of what they did, and a customer's name, which two of them may want to change. */
export function accessRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/users',
    {
      schema: {
        body: z.strictObject({ name: nameText, role: z.enum(roles) }),
        response: { 201: z.object({ apiKey: z.string() }) },
      },
    },
    async (request, reply) => {
      const apiKey = `key_${randomBytes(24).toString('hex')}`;
      insertUser(engine.store, { ...request.body, tenantId: request.tenantId, apiKey });
      return reply.code(201).send({ apiKey });
    },
  );
  app.get(
    '/v1/audit',
    { schema: { response: { 200: z.object({ entries: z.array(entry) }) } } },
    async (request) => ({ entries: [...auditTrail(contextOf(engine, request))] }),
  );
  app.get(
    '/v1/customers/:customerId/name',
    { schema: { params: ofCustomer, response: { 200: versioned } } },
    async (request) => {
      const context = contextOf(engine, request);
      const { id, name } = customerById(context, request.params.customerId);
      return { name, version: customerVersion(context, id) };
    },
  );
  app.put(
    '/v1/customers/:customerId/name',
    { schema: { params: ofCustomer, body: versioned, response: { 200: versioned } } },
    async (request) => {
      const { customerId } = request.params;
      const change = { ...request.body, customerId };
      const version = engine.procedures.renameCustomer(contextOf(engine, request), change);
      return { name: change.name, version };
    },
  );
}
