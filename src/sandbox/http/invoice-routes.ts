import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { invoicePdf } from '../exports/invoice-pdf.ts';
import { customerById } from '../store/customers.ts';
import { invoiceAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentInvoice, presentQuote } from './present.ts';
import { daySchema, keyText } from './schemas.ts';

export function invoiceRoutes(app: SandboxApp, engine: Engine): void {
  const { procedures } = engine;
  app.get(
    '/v1/invoices',
    {
      schema: {
        querystring: z.strictObject({
          customerId: keyText.optional(),
          limit: z.coerce.number().int().min(1).max(100).default(20),
          cursor: keyText.optional(),
        }),
        response: { 200: z.object({ invoices: z.array(invoiceAnswer), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { customerId = null, limit, cursor = null } = request.query;
      const page = procedures.pageInvoices(contextOf(engine, request), { customerId, limit, cursor });
      return {
        invoices: page.invoices.map((invoice) => presentInvoice(engine.rules, invoice)),
        next: page.next,
      };
    },
  );
  app.get(
    '/v1/invoices/:invoiceId',
    {
      config: { operation: 'invoice.read' },
      schema: { params: z.strictObject({ invoiceId: keyText }), response: { 200: invoiceAnswer } },
    },
    async (request) =>
      presentInvoice(
        engine.rules,
        procedures.readInvoice(contextOf(engine, request), request.params.invoiceId),
      ),
  );
  app.get(
    '/v1/invoices/:invoiceId/pdf',
    { schema: { params: z.strictObject({ invoiceId: keyText }) } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const invoice = procedures.readInvoice(context, request.params.invoiceId);
      const file = invoicePdf(context.rules, invoice, customerById(context, invoice.customerId));
      return reply.type('application/pdf').send(file);
    },
  );
  app.post(
    '/v1/bill-runs',
    {
      config: { operation: 'bill.run' },
      schema: {
        body: z.strictObject({ date: daySchema, customerId: keyText.optional() }),
        response: { 200: z.object({ invoiceIds: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const { date, customerId = null } = request.body;
      const context = contextOf(engine, request);
      const invoiceIds = [...procedures.runBills(context, { date, customerId })];
      await procedures.finaliseDue(context);
      return { invoiceIds };
    },
  );
  app.get(
    '/v1/customers/:customerId/next-invoice',
    {
      schema: {
        params: z.strictObject({ customerId: keyText }),
        querystring: z.strictObject({ date: daySchema }),
        response: { 200: z.object({ invoice: invoiceAnswer.nullable() }) },
      },
    },
    async (request) => {
      const { customerId } = request.params;
      const bill = { customerId, subscriptionId: null, date: request.query.date };
      const context = contextOf(engine, request);
      const draft = procedures.quoteInvoice(context, bill);
      return { invoice: draft === null ? null : presentQuote(context, draft) };
    },
  );
}
