import { z } from 'zod';
import type { CreditedPart } from '../../../model/billing/credit-note.ts';
import { moneyAmount } from '../../../model/money.ts';
import type { CreditNoteVerbs } from '../../../target/verbs/credit-note.ts';
import { day, money } from '../answer-values.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';
import { invoicePath } from './invoice.ts';

const figuresAnswer = z.object({
  lines: z.array(z.object({ line: z.int(), net: money, tax: money })),
  net: money,
  tax: money,
  total: money,
  settled: money,
  toBalance: money,
});

const noteAnswer = figuresAnswer.extend({
  id: z.string(),
  number: z.string(),
  invoiceId: z.string(),
  customerId: z.string(),
  date: day,
  reason: z.string(),
  status: z.enum(['issued', 'void']),
});

const notesAnswer = z.object({ creditNotes: z.array(noteAnswer) });

export function creditNoteVerbs(calls: SandboxCalls): CreditNoteVerbs {
  const write = async (call: { operation: string; path: string; body: object; key: string }) => {
    const { operation, path, body, key } = call;
    const idempotencyKey = `${calls.world.keyPrefix}${operation}/${key}`;
    const answer = await calls.client.write({ operation, method: 'POST', path, body, idempotencyKey });
    return readAnswer(operation, noteAnswer, answer);
  };
  return {
    estimateCreditNote: async ({ invoiceId, part }) => {
      const operation = 'credit-note.estimate';
      const path = `${invoicePath(invoiceId)}/credit-note-estimate`;
      const call = { operation, method: 'POST', path, body: { part: partBody(part) } } as const;
      return readAnswer(operation, figuresAnswer, await calls.client.read(call));
    },
    creditNote: ({ key, invoiceId, part, reason }) => {
      const path = `${invoicePath(invoiceId)}/credit-notes`;
      return write({ operation: 'credit-note.issue', path, body: { part: partBody(part), reason }, key });
    },
    voidCreditNote: (key, id) => {
      const path = `/v1/credit-notes/${encodeURIComponent(id)}/void`;
      return write({ operation: 'credit-note.void', path, body: {}, key });
    },
    creditNotes: async (customerId) => {
      const query = new URLSearchParams({ customerId });
      return (await calls.get('credit-note.list', `/v1/credit-notes?${query}`, notesAnswer)).creditNotes;
    },
  };
}

function partBody(part: CreditedPart): object {
  if (part.kind === 'whole') return part;
  return {
    kind: part.kind,
    lines: part.lines.map(({ line, net }) => ({
      line,
      net: { amount: moneyAmount(net), currency: net.currency },
    })),
  };
}
