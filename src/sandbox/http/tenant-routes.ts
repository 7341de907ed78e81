import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { newId } from '../new-id.ts';
import { refuseUnknown } from '../refusal.ts';
import { countExecution } from '../store/executions.ts';
import { insertPolicy, type PolicySettings, policyOf } from '../store/policies.ts';
import { deleteTenant, insertTenant, tenantsOfRun, todayOf } from '../store/tenants.ts';
import { idempotencyKey } from './answer-once.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { policySchema } from './policy-schema.ts';
import { daySchema, keyText, nameText } from './schemas.ts';

export function tenantRoutes(app: SandboxApp, engine: Engine): void {
  app.post(
    '/v1/tenants',
    {
      config: { open: true },
      schema: {
        body: z.strictObject({
          name: nameText,
          runId: keyText,
          today: daySchema,
          policy: policySchema.optional(),
        }),
        response: { 201: z.object({ tenantId: z.string(), apiKey: z.string() }) },
      },
    },
    async (request, reply) => {
      const { policy, ...told } = request.body;
      const tenant = { id: newId('ten'), apiKey: `key_${randomBytes(24).toString('hex')}`, ...told };
      request.world = tenant.name;
      insertTenant(engine.store, tenant);
      if (policy !== undefined) insertPolicy(engine.store, tenant.id, stated(policy));
      return reply.code(201).send({ tenantId: tenant.id, apiKey: tenant.apiKey });
    },
  );
  app.get(
    '/v1/tenants',
    {
      config: { open: true },
      schema: {
        querystring: z.strictObject({ runId: keyText }),
        response: {
          200: z.object({ tenants: z.array(z.object({ tenantId: z.string(), name: z.string() })) }),
        },
      },
    },
    async (request) => ({
      tenants: tenantsOfRun(engine.store, request.query.runId).map(({ id, name }) => ({
        tenantId: id,
        name,
      })),
    }),
  );
  app.delete(
    '/v1/tenants',
    { config: { open: true }, schema: { querystring: z.strictObject({ runId: keyText }) } },
    async (request, reply) => {
      for (const { id } of tenantsOfRun(engine.store, request.query.runId)) deleteTenant(engine.store, id);
      return reply.code(204).send();
    },
  );
  app.delete(
    '/v1/tenants/:tenantId',
    { schema: { params: z.strictObject({ tenantId: keyText }) } },
    async (request, reply) => {
      if (request.params.tenantId !== request.tenantId) refuseUnknown('tenantId', request.params.tenantId);
      deleteTenant(engine.store, request.tenantId);
      return reply.code(204).send();
    },
  );
  clockRoutes(app, engine);
  policyRoutes(app, engine);
}

/** Without what was left out by name only. */
function stated(policy: z.infer<typeof policySchema>): PolicySettings {
  return Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined));
}

function policyRoutes(app: SandboxApp, engine: Engine): void {
  app.get('/v1/policy', async (request) => policyOf(engine.store, request.tenantId));
}

function clockRoutes(app: SandboxApp, engine: Engine): void {
  const response = { 200: z.object({ today: z.string() }) };
  app.get('/v1/clock', { schema: { response } }, async (request) => ({
    today: todayOf(engine.store, request.tenantId),
  }));
  app.post(
    '/v1/clock/advance',
    { config: { counted: true }, schema: { body: z.strictObject({ to: daySchema }), response } },
    async (request) => {
      const context = contextOf(engine, request);
      await engine.procedures.advanceClock(context, request.body.to);
      const key = idempotencyKey(request);
      if (key !== null) countExecution(context, key);
      return { today: todayOf(engine.store, request.tenantId) };
    },
  );
}
