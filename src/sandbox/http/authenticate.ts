import type { FastifyRequest } from 'fastify';
import type { Context, Engine } from '../engine.ts';
import { tenantById, tenantByKey } from '../store/tenants.ts';
import { userByKey } from '../store/users.ts';
import type { SandboxApp } from './app.ts';
import { sendProblem } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Empty on the few routes that belong to no tenant. */
    tenantId: string;
    /** Name of the tenant, for the request log. */
    world: string;
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
  app.decorateRequest('userName', '');
  app.decorateRequest('userRole', 'clerk');
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.routeOptions.config.open === true) return;
    const key = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const user = key === undefined ? null : userByKey(engine.store, key);
    const tenant = user === null ? ownerOf(engine, key) : tenantById(engine.store, user.tenantId);
    if (tenant === null) {
      const message = 'Found no valid key, expected "Authorization: Bearer" with the apiKey of a tenant.';
      return sendProblem(reply, {
        status: 401,
        detail: message,
        errors: [{ field: 'authorization', message }],
      });
    }
    request.tenantId = tenant.id;
    request.world = tenant.name;
    request.userName = user?.name ?? 'owner';
    request.userRole = user?.role ?? 'admin';
    return;
  });
}

/** Whoever made the tenant holds its own key and may do everything. */
function ownerOf(engine: Engine, key: string | undefined) {
  return key === undefined ? null : tenantByKey(engine.store, key);
}

export function contextOf(engine: Engine, request: FastifyRequest): Context {
  return { ...engine, tenantId: request.tenantId };
}
