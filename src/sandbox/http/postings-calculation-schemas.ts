import { z } from 'zod';
import { currencyText, decimalText, naturalDecimal, percentText } from './schemas.ts';

const lineNumbers = z.array(z.int().min(0)).nullable();

export const postingsSchema = z.strictObject({
  kind: z.literal('postings'),
  currency: currencyText,
  lines: z
    .array(
      z.strictObject({
        net: decimalText,
        taxPercent: naturalDecimal,
        prices: z.enum(['net', 'gross']).optional(),
      }),
    )
    .max(10_000),
  discounts: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('percent'), percent: percentText, lines: lineNumbers }),
      z.strictObject({ kind: z.literal('amount'), amount: naturalDecimal, lines: lineNumbers }),
    ]),
  ),
  roundingPoint: z.enum(['line', 'tax-rate', 'invoice', 'none']),
  steps: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('payment'), amount: naturalDecimal.nullable() }),
        z.strictObject({ kind: z.literal('refund'), amount: naturalDecimal }),
        z.strictObject({ kind: z.literal('credit-note'), net: naturalDecimal, tax: naturalDecimal }),
        z.strictObject({ kind: z.literal('write-off') }),
      ]),
    )
    .max(1_000),
});

const sides = z.array(
  z.object({ account: z.string(), side: z.enum(['debit', 'credit']), amount: z.string() }),
);

export const postingsAnswerSchema = z.object({
  kind: z.literal('postings'),
  invoice: sides,
  steps: z.array(sides),
});
