import { z } from 'zod';
import type { VoidVerbs } from '../../../target/verbs/void.ts';
import { day, money } from '../answer-values.ts';
import { invoiceAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';
import { customerPath } from './customer.ts';
import { invoicePath } from './invoice.ts';

const balanceAnswer = z.object({
  amount: money,
  entries: z.array(
    z.object({
      id: z.string(),
      date: day,
      kind: z.enum([
        'credit-note',
        'invoice-void',
        'applied',
        'returned',
        'credit-note-void',
        'overpayment',
        'charged-back',
      ]),
      amount: money,
      invoiceId: z.string().nullable(),
    }),
  ),
});

export function voidVerbs(calls: SandboxCalls): VoidVerbs {
  const act = async (of: { act: string; key: string; invoiceId: string }, body: object) => {
    const operation = `invoice.${of.act}`;
    const answer = await calls.client.write({
      operation,
      method: 'POST',
      path: `${invoicePath(of.invoiceId)}/${of.act}`,
      body,
      idempotencyKey: `${calls.world.keyPrefix}${operation}/${of.key}`,
    });
    return readAnswer(operation, invoiceAnswer, answer);
  };
  return {
    voidInvoice: (key, invoiceId) => act({ act: 'void', key, invoiceId }, {}),
    rebill: ({ key, invoiceId, without }) => act({ act: 'rebill', key, invoiceId }, { without }),
    balance: (customerId) => calls.get('balance.read', `${customerPath(customerId)}/balance`, balanceAnswer),
  };
}
