import { z } from 'zod';
import type { Context, Engine } from '../engine.ts';
import { draftsOf, type StoredDraft } from '../store/drafts.ts';
import { invoiceById } from '../store/invoices.ts';
import { invoiceAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentInvoice, presentQuote } from './present.ts';
import { keyText } from './schemas.ts';
import { writeKey } from './void-routes.ts';

const reviewBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('by-hand') }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(60) }),
]);

/** Bills that wait for somebody's eyes. */
export function draftRoutes(app: SandboxApp, engine: Engine): void {
  const { procedures } = engine;
  app.post(
    '/v1/customers/:customerId/invoice-review',
    { schema: { params: z.strictObject({ customerId: keyText }), body: reviewBody } },
    async (request, reply) => {
      procedures.setReview(contextOf(engine, request), request.params.customerId, request.body);
      return reply.code(201).send(request.body);
    },
  );
  app.get(
    '/v1/drafts',
    {
      schema: {
        querystring: z.strictObject({ customerId: keyText }),
        response: { 200: z.object({ drafts: z.array(invoiceAnswer) }) },
      },
    },
    async (request) => {
      const context = contextOf(engine, request);
      const drafts = draftsOf(context, request.query.customerId);
      for (const { id } of drafts) await procedures.gatherTax(context, id);
      return { drafts: drafts.flatMap((draft) => presentWaiting(context, draft)) };
    },
  );
  app.post(
    '/v1/drafts/:draftId/finalise',
    {
      config: { counted: true },
      schema: { params: z.strictObject({ draftId: keyText }), response: { 201: invoiceAnswer } },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const finalising = { key: writeKey(request), draftId: request.params.draftId };
      const id = await procedures.finaliseDraft(context, finalising);
      return reply.code(201).send(presentInvoice(engine.rules, invoiceById(context, id)));
    },
  );
}

/** Without a due day: no term runs before there is an invoice. */
function presentWaiting(context: Context, { id }: StoredDraft): readonly z.infer<typeof invoiceAnswer>[] {
  const content = context.procedures.draftContent(context, id);
  return content === null ? [] : [{ ...presentQuote(context, content), id, dueDate: null }];
}
