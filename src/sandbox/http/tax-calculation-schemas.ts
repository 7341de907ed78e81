import { z } from 'zod';
import {
  countryText,
  currencyText,
  daySchema,
  keyText,
  naturalDecimal,
  percentText,
  positiveDecimal,
  regionText,
} from './schemas.ts';

const place = { country: countryText, region: regionText.nullable() };
const lineNumbers = z.array(z.int().min(0)).nullable();

export const taxQuestionSchema = z.strictObject({
  kind: z.literal('tax'),
  currency: currencyText,
  lines: z.array(z.strictObject({ net: naturalDecimal, category: keyText.nullable() })).max(1_000),
  on: daySchema,
  rates: z
    .array(
      z.strictObject({
        country: countryText,
        region: regionText.nullable().exactOptional(),
        category: keyText.nullable().exactOptional(),
        from: daySchema,
        ratePercent: percentText,
      }),
    )
    .max(1_000),
  seller: z.strictObject(place),
  customer: z.strictObject({
    ...place,
    status: z.enum(['standard', 'exempt']),
    vatId: z.string().min(2).max(20).nullable(),
  }),
  prices: z.enum(['net', 'gross']),
});

export const couponSeriesSchema = z.strictObject({
  kind: z.literal('coupon-series'),
  currency: currencyText,
  invoices: z.array(naturalDecimal).max(1_000),
  coupon: z.strictObject({
    value: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('percent'), percent: percentText }),
      z.strictObject({ kind: z.literal('amount'), amount: positiveDecimal, currency: currencyText }),
    ]),
    invoicesMax: z.int().min(1).nullable(),
    rest: z.enum(['lost', 'kept']).optional(),
  }),
});

export const creditedDocumentSchema = z.strictObject({
  kind: z.literal('credited-document'),
  currency: currencyText,
  lines: z.array(naturalDecimal).max(1_000),
  discounts: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('percent'), percent: percentText, lines: lineNumbers }),
      z.strictObject({ kind: z.literal('amount'), amount: naturalDecimal, lines: lineNumbers }),
    ]),
  ),
  credit: naturalDecimal,
});

export const taxAnswerSchema = z.object({
  kind: z.literal('tax'),
  lines: z.array(
    z.object({
      tax: z.string(),
      ratePercent: z.string(),
      treatment: z.enum(['taxed', 'exempt', 'reverse-charge', 'no-tax']),
    }),
  ),
  tax: z.string(),
  total: z.string(),
});

export const couponSeriesAnswerSchema = z.object({
  kind: z.literal('coupon-series'),
  invoices: z.array(z.object({ discount: z.string(), total: z.string() })),
});

export const creditedDocumentAnswerSchema = z.object({
  kind: z.literal('credited-document'),
  discount: z.string(),
  credits: z.string(),
  total: z.string(),
});
