import { z } from 'zod';
import type { PriceListVerbs } from '../../../target/verbs/price-list.ts';
import { money } from '../answer-values.ts';
import type { SandboxCalls } from '../calls.ts';

const feesAnswer = z.object({ fees: z.array(z.object({ plan: z.string(), fee: money })) });

export function priceListVerbs(calls: SandboxCalls): PriceListVerbs {
  return {
    listedFees: async (date) =>
      (await calls.get('catalog.read', `/v1/listed-fees?date=${date}`, feesAnswer)).fees,
  };
}
