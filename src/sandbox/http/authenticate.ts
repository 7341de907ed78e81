import type { FastifyRequest } from 'fastify';
import type { Context, Engine } from '../engine.ts';
import { tenantByKey } from '../store/tenants.ts';
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
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.routeOptions.config.open === true) return;
    const key = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const tenant = key === undefined ? null : tenantByKey(engine.store, key);
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
    return;
  });
}

export function contextOf(engine: Engine, request: FastifyRequest): Context {
  return { ...engine, tenantId: request.tenantId };
}
