import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { addDays, type LocalDate } from '../../model/date.ts';
import { openAmounts } from '../billing/stored-invoice.ts';
import { contextFor } from '../engine/context-for.ts';
import type { Context, Engine } from '../engine.ts';
import type { SandboxApp } from '../http/app.ts';
import { keyText } from '../http/schemas.ts';
import { refuseUnknown } from '../refusal.ts';
import { customerById } from '../store/customers.ts';
import { invoiceById } from '../store/invoices.ts';
import { everyTenant, tenantById, todayOf } from '../store/tenants.ts';
import { customerPage, customersPage } from './customer-pages.ts';
import { invoicePage } from './invoice-page.ts';
import { ledgerPage } from './ledger-page.ts';
import { consolePath } from './page.ts';
import { clockPage, worldsPage } from './world-pages.ts';

const ofTenant = z.strictObject({ tenantId: keyText });

/** Pages for people ask for no key: the sandbox listens on this machine only, and holds nothing but what tests made up. */
export function consoleRoutes(app: SandboxApp, engine: Engine): void {
  app.get('/console', { config: { open: true }, schema: { hide: true } }, async (_request, reply) =>
    send(reply, worldsPage(everyTenant(engine.store))),
  );
  clockRoutes(app, engine);
  const pages = {
    customers: customersPage,
    ledger: ledgerPage,
  } as const;
  for (const [name, pageOf] of Object.entries(pages)) {
    app.get(
      `/console/tenants/:tenantId/${name}`,
      { config: { open: true }, schema: { hide: true, params: ofTenant } },
      async (request, reply) => send(reply, pageOf(contextAt(engine, request.params.tenantId))),
    );
  }
  app.get(
    '/console/tenants/:tenantId/customers/:customerId',
    { config: { open: true }, schema: { hide: true, params: ofTenant.extend({ customerId: keyText }) } },
    async (request, reply) => {
      const context = contextAt(engine, request.params.tenantId);
      return send(reply, customerPage(context, customerById(context, request.params.customerId)));
    },
  );
  app.get(
    '/console/tenants/:tenantId/invoices/:invoiceId',
    { config: { open: true }, schema: { hide: true, params: ofTenant.extend({ invoiceId: keyText }) } },
    async (request, reply) => {
      const context = contextAt(engine, request.params.tenantId);
      const invoice = invoiceById(context, request.params.invoiceId);
      const customer = customerById(context, invoice.customerId);
      return send(
        reply,
        invoicePage(invoice, {
          tenantId: context.tenantId,
          customer: { ...customer, name: engine.rules.printedName(customer.name) },
          due: engine.rules.amountDue(openAmounts(invoice)),
        }),
      );
    },
  );
}

function clockRoutes(app: SandboxApp, engine: Engine): void {
  // A button sends an empty form.
  app.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => {
    payload.resume();
    payload.on('end', () => done(null, null));
  });
  app.get(
    '/console/tenants/:tenantId',
    { config: { open: true }, schema: { hide: true, params: ofTenant } },
    async (request, reply) => {
      const tenant = tenantById(engine.store, request.params.tenantId);
      if (tenant === null) refuseUnknown('tenantId', request.params.tenantId);
      return send(reply, clockPage(tenant, todayOf(engine.store, tenant.id)));
    },
  );
  app.post(
    '/console/tenants/:tenantId/clock/:step',
    {
      config: { open: true },
      schema: { hide: true, params: ofTenant.extend({ step: z.enum(['day', 'month']) }) },
    },
    async (request, reply) => {
      const context = contextAt(engine, request.params.tenantId);
      const today = todayOf(engine.store, context.tenantId);
      const to = request.params.step === 'day' ? addDays(today, 1) : firstOfNextMonth(today);
      await engine.procedures.advanceClock(context, to);
      return reply.redirect(consolePath(context.tenantId), 303);
    },
  );
}

function firstOfNextMonth(today: LocalDate): LocalDate {
  const first = addDays(today, 1 - Number(today.slice(8)));
  const later = addDays(first, 31);
  return addDays(later, 1 - Number(later.slice(8)));
}

function contextAt(engine: Engine, tenantId: string): Context {
  if (tenantById(engine.store, tenantId) === null) refuseUnknown('tenantId', tenantId);
  return contextFor(engine, tenantId);
}

function send(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
    .type('text/html; charset=utf-8')
    .send(html);
}
