import type { FastifyRequest } from 'fastify';
import { contextFor } from '../engine/context-for.ts';
import type { Context, Engine } from '../engine.ts';
import { type Tenant, tenantById, tenantByKey } from '../store/tenants.ts';
import { type StoredUser, userByKey } from '../store/users.ts';
import type { SandboxApp } from './app.ts';
import { sendProblem } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Empty on the few routes that belong to no tenant. */
    tenantId: string;
    /** Name of the tenant, for the request log. */
    world: string;
    /** The run that made the tenant. */
    runId: string;
    /** The engine at work for the tenant, once the request asked for it. */
    context: Context | null;
  }
  interface FastifyContextConfig {
    /** The route asks for no key. */
    open?: boolean;
    /** Under which name the request log counts the route. */
    operation?: string;
  }
}

/** Lets a request through only with the key of a tenant, whose rows are then all it sees. */
export function authenticate(app: SandboxApp, engine: Engine): void {
  app.decorateRequest('tenantId', '');
  app.decorateRequest('world', '');
  app.decorateRequest('runId', '');
  app.decorateRequest('context', null);
  app.decorateRequest('userName', '');
  app.decorateRequest('userRole', 'clerk');
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.routeOptions.config.open === true) return;
    const key = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const caller = callerWith(engine, key ?? '');
    if (caller === null) {
      const message = 'Found no valid key, expected "Authorization: Bearer" with the apiKey of a tenant.';
      return sendProblem(reply, {
        status: 401,
        detail: message,
        errors: [{ field: 'authorization', message }],
      });
    }
    request.tenantId = caller.tenantId;
    request.world = caller.world;
    request.runId = caller.runId;
    request.userName = caller.name;
    request.userRole = caller.role;
    return;
  });
}

interface Caller extends StoredUser {
  readonly world: string;
  readonly runId: string;
}

/** A user whom the tenant was told of, or whoever made the tenant: he holds its own key and may do everything. */
function callerWith({ store }: Engine, key: string): Caller | null {
  const owned = tenantByKey(store, key);
  if (owned !== null) return { name: 'owner', role: 'admin', tenantId: owned.id, ...placeOf(owned) };
  const user = userByKey(store, key);
  const tenant = user === null ? null : tenantById(store, user.tenantId);
  return user === null || tenant === null ? null : { ...user, ...placeOf(tenant) };
}

function placeOf({ name, runId }: Tenant): Pick<Caller, 'world' | 'runId'> {
  return { world: name, runId };
}

export function contextOf(engine: Engine, request: FastifyRequest): Context {
  request.context ??= contextFor(engine, request.tenantId);
  return request.context;
}
