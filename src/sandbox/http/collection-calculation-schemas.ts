import { z } from 'zod';
import { currencyText, daySchema, keyText, naturalDecimal, positiveDecimal } from './schemas.ts';

const place = z.int().min(0).max(10_000);
const days = z.int().min(0).max(3650);

export const accountSchema = z.strictObject({
  kind: z.literal('account'),
  currency: currencyText,
  refunds: z.enum(['reopen-invoice', 'leave-invoice-paid']),
  steps: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('invoice'), amount: naturalDecimal }),
        z.strictObject({
          kind: z.literal('payment'),
          invoice: place.nullable(),
          amount: positiveDecimal.nullable(),
        }),
        z.strictObject({ kind: z.literal('credit'), amount: positiveDecimal }),
        z.strictObject({ kind: z.literal('refund'), invoice: place, amount: positiveDecimal }),
      ]),
    )
    .max(1_000),
});

export const accountAnswerSchema = z.object({
  kind: z.literal('account'),
  steps: z.array(
    z.object({ dues: z.array(z.string()), credit: z.string(), account: z.string(), moved: z.string() }),
  ),
});

export const dunningSchema = z.strictObject({
  kind: z.literal('dunning'),
  currency: currencyText,
  invoices: z
    .array(z.strictObject({ issueDate: daySchema, amount: naturalDecimal, paidOn: daySchema.optional() }))
    .max(1_000),
  termDays: days,
  firstAttempt: z.enum(['issue-date', 'due-date']),
  retryDays: z.array(days).max(100),
  ageFrom: z.enum(['issue-date', 'due-date']),
  levels: z.array(z.strictObject({ name: keyText, afterDays: days })).max(100),
  threshold: naturalDecimal.nullable(),
  requests: z.strictObject({ attemptsMax: days, daysBetween: days }).nullable(),
  days: z.array(daySchema).max(5_000),
});

export const dunningAnswerSchema = z.object({
  kind: z.literal('dunning'),
  dueDates: z.array(z.string()),
  attempts: z.array(z.string()),
  days: z.array(z.object({ level: z.string().nullable(), requests: z.int(), requested: z.string() })),
});
