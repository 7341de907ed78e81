import { moneyAmount } from '../../../model/money.ts';
import type { BooksVerbs } from '../../../target/verbs/books.ts';
import { journalAnswer, scheduleAnswer } from '../book-answers.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';
import { invoicePath } from './invoice.ts';

export function booksVerbs(calls: SandboxCalls): BooksVerbs {
  return {
    postJournal: async ({ key, customerId, date, lines }) => {
      const operation = 'journal.post';
      const body = {
        customerId,
        date,
        lines: lines.map(({ account, side, amount }) => ({
          account,
          side,
          amount: { amount: moneyAmount(amount), currency: amount.currency },
        })),
      };
      const idempotencyKey = `${calls.world.keyPrefix}${operation}/${key}`;
      const call = { operation, method: 'POST', path: '/v1/journals', body, idempotencyKey } as const;
      return readAnswer(operation, journalAnswer, await calls.client.write(call)).entries;
    },
    closePeriod: async (month) => {
      await calls.post('period.close', '/v1/periods/close', { month });
    },
    revenueSchedule: async (invoiceId) =>
      (await calls.get('revenue.read', `${invoicePath(invoiceId)}/revenue`, scheduleAnswer)).months,
  };
}
