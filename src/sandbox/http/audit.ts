import type { FastifyRequest } from 'fastify';
import type { Role } from '../../model/billing/user.ts';
import type { Context, Engine } from '../engine.ts';
import { customerVersion } from '../store/customer-versions.ts';
import { findCustomer } from '../store/customers.ts';
import { invoiceById } from '../store/invoices.ts';
import { todayOf } from '../store/tenants.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentInvoice, presentSubscription } from './present.ts';
import { sendProblem } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    userName: string;
    userRole: Role;
    /** What the request is about, as it was before it. */
    before: string | null;
  }
}

/** Refuses what the role may not do, and writes down what was done: who, when, to what, what it was and what it became. */
export function controlAndAudit(app: SandboxApp, engine: Engine): void {
  app.decorateRequest('before', null);
  app.addHook('preHandler', async (request, reply) => {
    if (request.tenantId === '') return;
    const action = actionOf(request);
    if (!engine.rules.roleAllows(request.userRole, action)) {
      const message = `Found a ${request.userRole}, expected somebody who may approve ${action}.`;
      return sendProblem(reply, { status: 403, detail: message, errors: [{ field: 'role', message }] });
    }
    if (engine.rules.isAudited(action)) request.before = stateOf(contextOf(engine, request), request);
    return;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const action = actionOf(request);
    const isDone = reply.statusCode >= 200 && reply.statusCode < 300;
    if (request.tenantId === '' || !isDone || !engine.rules.isAudited(action)) return;
    const context = contextOf(engine, request);
    const answer = typeof payload === 'string' ? payload : null;
    engine.procedures.recordAudit(context, {
      on: todayOf(engine.store, request.tenantId),
      user: request.userName,
      role: request.userRole,
      action,
      objectId: objectOf(request) ?? idIn(answer),
      before: request.before,
      after: stateOf(context, request) ?? answer,
    });
  });
}

function actionOf(request: FastifyRequest): string {
  return `${request.method} ${request.routeOptions.url ?? ''}`;
}

interface Named {
  readonly subscriptionId?: string;
  readonly invoiceId?: string;
  readonly customerId?: string;
}

function objectOf(request: FastifyRequest): string | null {
  const named = (request.params ?? {}) as Named;
  return named.subscriptionId ?? named.invoiceId ?? named.customerId ?? null;
}

/** Null for what was not there, or is no subscription, invoice or customer. */
function stateOf(context: Context, request: FastifyRequest): string | null {
  const { subscriptionId, invoiceId, customerId } = (request.params ?? {}) as Named;
  try {
    if (subscriptionId !== undefined) return JSON.stringify(presentSubscription(context, subscriptionId));
    if (invoiceId !== undefined)
      return JSON.stringify(presentInvoice(context.rules, invoiceById(context, invoiceId)));
    if (customerId === undefined) return null;
    return JSON.stringify({
      ...findCustomer(context, customerId),
      version: customerVersion(context, customerId),
    });
  } catch {
    return null;
  }
}

function idIn(answer: string | null): string {
  try {
    const { id } = JSON.parse(answer ?? '{}') as { readonly id?: unknown };
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}
