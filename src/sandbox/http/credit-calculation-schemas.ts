import { z } from 'zod';
import { currencyText, decimalText, naturalDecimal, percentText, positiveDecimal } from './schemas.ts';

const lineNumbers = z.array(z.int().min(0)).nullable();
const lines = z.array(z.strictObject({ net: decimalText, taxPercent: naturalDecimal })).max(10_000);
const discounts = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), percent: percentText, lines: lineNumbers }),
    z.strictObject({ kind: z.literal('amount'), amount: naturalDecimal, lines: lineNumbers }),
  ]),
);
const roundingPoint = z.enum(['line', 'tax-rate', 'invoice', 'none']);

export const creditNotesSchema = z.strictObject({
  kind: z.literal('credit-notes'),
  currency: currencyText,
  lines,
  notes: z.array(z.array(z.strictObject({ line: z.int().min(0), net: decimalText })).max(10_000)).max(10_000),
  roundingPoint,
});

export const voidSchema = z.strictObject({
  kind: z.literal('void'),
  currency: currencyText,
  total: naturalDecimal,
  paid: naturalDecimal,
  prepaid: naturalDecimal,
  refunded: naturalDecimal,
  given: z.strictObject({ credit: naturalDecimal, refund: naturalDecimal }).nullable(),
});

export const walletSchema = z.strictObject({
  kind: z.literal('wallet'),
  currency: currencyText,
  rate: positiveDecimal,
  credits: naturalDecimal,
  steps: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('convert'), amount: naturalDecimal }),
        z.strictObject({ kind: z.literal('take'), credits: naturalDecimal }),
        z.strictObject({ kind: z.literal('buy'), credits: naturalDecimal }),
        z.strictObject({ kind: z.literal('add'), credits: naturalDecimal }),
        z.strictObject({
          kind: z.literal('invoice'),
          lines,
          discounts,
          roundingPoint,
          eligible: lineNumbers,
        }),
      ]),
    )
    .max(10_000),
});

export const creditNotesAnswerSchema = z.object({
  kind: z.literal('credit-notes'),
  invoiceTax: z.string(),
  invoiceTotal: z.string(),
  notes: z.array(z.object({ net: z.string(), tax: z.string(), total: z.string() })),
  sum: z.string(),
});

export const voidAnswerSchema = z.object({
  kind: z.literal('void'),
  funded: z.string(),
  givenBack: z.string(),
  givenBackInAll: z.string(),
  forgone: z.string(),
});

export const walletAnswerSchema = z.object({
  kind: z.literal('wallet'),
  steps: z.array(
    z.object({
      amount: z.string(),
      credits: z.string(),
      creditsLeft: z.string(),
      balanceLeft: z.string(),
      invoice: z.object({ discount: z.string(), total: z.string(), due: z.string() }).nullable(),
    }),
  ),
});
