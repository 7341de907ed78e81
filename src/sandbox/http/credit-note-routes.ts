import { z } from 'zod';
import type { CreditedPart } from '../../model/billing/credit-note.ts';
import { moneyOf } from '../../model/money.ts';
import type { CreditNoteDraft, StoredCreditNote } from '../billing/stored-credit-note.ts';
import type { Engine } from '../engine.ts';
import { creditNoteById, creditNotesOf } from '../store/credit-notes.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentMoney } from './present.ts';
import { readMoney } from './read-money.ts';
import { keyText, moneySchema, nameText } from './schemas.ts';
import { writeKey } from './void-routes.ts';

const partSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({
    kind: z.literal('lines'),
    lines: z
      .array(z.strictObject({ line: z.int().min(0), net: moneySchema }))
      .min(1)
      .max(10_000)
      .refine(
        (lines) => new Set(lines.map(({ line }) => line)).size === lines.length,
        'expected each line at most once',
      ),
  }),
]);

const figures = {
  lines: z.array(z.object({ line: z.int(), net: moneySchema, tax: moneySchema })),
  net: moneySchema,
  tax: moneySchema,
  total: moneySchema,
  settled: moneySchema,
  toBalance: moneySchema,
};

const noteAnswer = z.object({
  ...figures,
  id: z.string(),
  number: z.string(),
  invoiceId: z.string(),
  customerId: z.string(),
  date: z.string(),
  reason: z.string(),
  status: z.enum(['issued', 'void']),
});

const invoiceParams = z.strictObject({ invoiceId: keyText });

export function creditNoteRoutes(app: SandboxApp, engine: Engine): void {
  const { procedures } = engine;
  app.post(
    '/v1/invoices/:invoiceId/credit-notes',
    {
      config: { counted: true },
      schema: {
        params: invoiceParams,
        body: z.strictObject({ part: partSchema, reason: nameText }),
        response: { 201: noteAnswer },
      },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const { reason } = request.body;
      const part = readPart(request.body.part);
      const { invoiceId } = request.params;
      const id = await procedures.issueCreditNote(context, {
        key: writeKey(request),
        invoiceId,
        part,
        reason,
      });
      return reply.code(201).send(presentNote(creditNoteById(context, id)));
    },
  );
  app.post(
    '/v1/invoices/:invoiceId/credit-note-estimate',
    {
      schema: {
        params: invoiceParams,
        body: z.strictObject({ part: partSchema }),
        response: { 200: z.object(figures) },
      },
    },
    async (request) => {
      const part = readPart(request.body.part);
      const { invoiceId } = request.params;
      return presentFigures(procedures.quoteCreditNote(contextOf(engine, request), { invoiceId, part }));
    },
  );
  app.post(
    '/v1/credit-notes/:noteId/void',
    {
      config: { counted: true },
      schema: { params: z.strictObject({ noteId: keyText }), response: { 201: noteAnswer } },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const { noteId } = request.params;
      await procedures.voidCreditNote(context, { key: writeKey(request), noteId });
      return reply.code(201).send(presentNote(creditNoteById(context, noteId)));
    },
  );
  app.get(
    '/v1/credit-notes',
    {
      schema: {
        querystring: z.strictObject({ customerId: keyText }),
        response: { 200: z.object({ creditNotes: z.array(noteAnswer) }) },
      },
    },
    async (request) => ({
      creditNotes: creditNotesOf(contextOf(engine, request), request.query.customerId).map(presentNote),
    }),
  );
}

function readPart(part: z.infer<typeof partSchema>): CreditedPart {
  if (part.kind === 'whole') return part;
  return { kind: 'lines', lines: part.lines.map(({ line, net }) => ({ line, net: readMoney(net) })) };
}

function presentFigures(draft: CreditNoteDraft) {
  const money = (amountMinor: bigint) => presentMoney(moneyOf(amountMinor, draft.currency));
  return {
    lines: draft.lines.map(({ line, net, tax }) => ({ line, net: money(net), tax: money(tax) })),
    net: money(draft.net),
    tax: money(draft.tax),
    total: money(draft.total),
    settled: money(draft.settled),
    toBalance: money(draft.toBalance),
  };
}

function presentNote(note: StoredCreditNote): z.infer<typeof noteAnswer> {
  const { id, number, invoiceId, customerId, date, reason } = note;
  const status = note.voided === null ? 'issued' : 'void';
  return { ...presentFigures(note), id, number, invoiceId, customerId, date, reason, status };
}
