import { z } from 'zod';
import { parseMoney } from '../../model/money.ts';
import type { Engine } from '../engine.ts';
import { refuse } from '../refusal.ts';
import { closedTo } from '../store/closed-periods.ts';
import { postingEntries } from '../store/ledger.ts';
import { answerOnce } from './answer-once.ts';
import { ledgerAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentEntry, presentMoney } from './present.ts';
import { daySchema, keyText, moneySchema } from './schemas.ts';

const journalBody = z.strictObject({
  customerId: keyText,
  date: daySchema,
  lines: z
    .array(
      z.strictObject({
        account: ledgerAnswer.shape.account,
        side: z.enum(['debit', 'credit']),
        amount: moneySchema,
      }),
    )
    .min(2)
    .max(5_000),
});

/** What accounting does with the books: its own postings, and the end of a month. */
export function bookRoutes(app: SandboxApp, engine: Engine): void {
  const { procedures } = engine;
  app.post(
    '/v1/journals',
    {
      config: { counted: true },
      schema: { body: journalBody, response: { 201: z.object({ entries: z.array(ledgerAnswer) }) } },
    },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const answer = answerOnce(context, request, () => {
        const { lines, ...journal } = request.body;
        const read = lines.map((line) => ({ ...line, amount: readAmount(line.amount) }));
        const postingId = procedures.postJournal(context, { ...journal, lines: read });
        return { entries: postingEntries(context, postingId).map(presentEntry) };
      });
      return reply.code(201).send(answer);
    },
  );
  app.post(
    '/v1/periods/close',
    {
      schema: {
        body: z.strictObject({
          month: daySchema.refine((day) => day.endsWith('-01'), 'expected the first day of a month'),
        }),
        response: { 200: z.object({ closedTo: z.string() }) },
      },
    },
    async (request) => {
      const context = contextOf(engine, request);
      procedures.closePeriod(context, request.body.month);
      return { closedTo: closedTo(context) ?? '' };
    },
  );
  app.get(
    '/v1/invoices/:invoiceId/revenue',
    {
      schema: {
        params: z.strictObject({ invoiceId: keyText }),
        response: {
          200: z.object({ months: z.array(z.object({ month: z.string(), revenue: moneySchema })) }),
        },
      },
    },
    async (request) => {
      const months = procedures.revenueSchedule(contextOf(engine, request), request.params.invoiceId);
      return { months: months.map(({ month, revenue }) => ({ month, revenue: presentMoney(revenue) })) };
    },
  );
}

function readAmount(money: { readonly amount: string; readonly currency: string }) {
  try {
    return parseMoney(money.amount, money.currency);
  } catch (error) {
    return refuse('lines', error instanceof Error ? error.message : String(error));
  }
}
