import { z } from 'zod';
import type { PlanVersion } from '../../model/billing/catalog.ts';
import { localDate } from '../../model/date.ts';

const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const day = z.string().transform((text) => localDate(text));

const price = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), amount: decimal }),
  z.strictObject({ kind: z.literal('per-unit'), unit: decimal }),
  z.strictObject({
    kind: z.literal('graduated'),
    tiers: z.array(z.strictObject({ upTo: decimal.nullable(), unit: decimal, flat: decimal })),
  }),
]);

const charge = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('recurring'),
    code: z.string(),
    timing: z.enum(['advance', 'arrears']),
    price,
  }),
  z.strictObject({ kind: z.literal('usage'), code: z.string(), meter: z.string(), price }),
]);

const priceBook = z.strictObject({
  plans: z.array(
    z.strictObject({
      plan: z.string(),
      effectiveFrom: day,
      currency: z.string(),
      interval: z.strictObject({ unit: z.enum(['month', 'year']), count: z.int().min(1) }),
      charges: z.array(charge),
    }),
  ),
  taxRates: z.array(z.strictObject({ country: z.string(), from: day, ratePercent: decimal })),
});

export interface PriceBook {
  readonly plans: readonly PlanVersion[];
  readonly taxRates: z.infer<typeof priceBook>['taxRates'];
}

export function readPriceBook(text: string): PriceBook {
  return priceBook.parse(JSON.parse(text));
}
