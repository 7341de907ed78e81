import { z } from 'zod';
import type { ExchangeVerbs } from '../../../target/verbs/exchange.ts';
import { day, decimal } from '../answer-values.ts';
import { ledgerAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';

const { account, ...entry } = ledgerAnswer.shape.entries.element.shape;
const valuesAnswer = z.object({
  values: z.array(
    z.object({
      ...entry,
      account: z.enum([...account.options, 'exchange-gain', 'exchange-loss']),
      rate: z.object({ rate: decimal, source: z.string(), effectiveFrom: day }).nullable(),
    }),
  ),
});

export function exchangeVerbs(calls: SandboxCalls): ExchangeVerbs {
  return {
    setExchangeRate: async (rate) => {
      await calls.post('exchange-rate.set', '/v1/exchange-rates', rate);
    },
    bookValues: async (customerId) => {
      const query = new URLSearchParams({ customerId });
      return (await calls.get('book-values.read', `/v1/book-values?${query}`, valuesAnswer)).values;
    },
  };
}
