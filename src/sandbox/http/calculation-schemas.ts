import { z } from 'zod';
import { recognitionGrains } from '../../model/billing/revenue.ts';
import {
  accountAnswerSchema,
  accountSchema,
  dunningAnswerSchema,
  dunningSchema,
} from './collection-calculation-schemas.ts';
import {
  creditNotesAnswerSchema,
  creditNotesSchema,
  voidAnswerSchema,
  voidSchema,
  walletAnswerSchema,
  walletSchema,
} from './credit-calculation-schemas.ts';
import { postingsAnswerSchema, postingsSchema } from './postings-calculation-schemas.ts';
import {
  currencyText,
  daySchema,
  decimalText,
  hoursSchema,
  instantSchema,
  intervalSchema,
  keyText,
  meteredEventFields,
  naturalDecimal,
  percentText,
  periodSchema,
  positiveDecimal,
  priceSchema,
  usageChargeSchema,
  zoneText,
} from './schemas.ts';
import {
  couponSeriesAnswerSchema,
  couponSeriesSchema,
  creditedDocumentAnswerSchema,
  creditedDocumentSchema,
  taxAnswerSchema,
  taxQuestionSchema,
} from './tax-calculation-schemas.ts';

const documentLineSchema = z.strictObject({
  net: decimalText,
  taxPercent: naturalDecimal,
  prices: z.enum(['net', 'gross']).optional(),
});
const lineNumbers = z.array(z.int().min(0)).nullable();

export const calculationSchema = z.discriminatedUnion('kind', [
  accountSchema,
  dunningSchema,
  taxQuestionSchema,
  couponSeriesSchema,
  creditedDocumentSchema,
  creditNotesSchema,
  voidSchema,
  walletSchema,
  postingsSchema,
  z.strictObject({
    kind: z.literal('rating'),
    currency: currencyText,
    price: priceSchema,
    quantity: naturalDecimal,
    alreadyBilled: naturalDecimal,
    runningTotals: z.array(naturalDecimal).max(10_000),
    minimum: naturalDecimal.nullable(),
    maximum: naturalDecimal.nullable(),
    commitmentPeriod: z
      .strictObject({ used: periodSchema, whole: periodSchema, dayCount: z.enum(['actual', 'fixed-30']) })
      .optional(),
    late: z
      .strictObject({ usedIn: periodSchema, billedOn: daySchema, monthsBack: z.int().min(0).max(1200) })
      .optional(),
    billedBefore: decimalText.optional(),
  }),
  z.strictObject({
    kind: z.literal('document'),
    currency: currencyText,
    lines: z.array(documentLineSchema).max(10_000),
    discounts: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('percent'), percent: percentText, lines: lineNumbers }),
        z.strictObject({ kind: z.literal('amount'), amount: naturalDecimal, lines: lineNumbers }),
      ]),
    ),
    roundingPoint: z.enum(['line', 'tax-rate', 'invoice', 'none']),
    lineTaxes: z.enum(['alone', 'shared']).optional(),
  }),
  z.strictObject({
    kind: z.literal('proration'),
    currency: currencyText,
    amount: decimalText,
    whole: periodSchema,
    used: periodSchema,
    dayCount: z.enum(['actual', 'fixed-30']),
  }),
  z.strictObject({
    kind: z.literal('metering'),
    currency: currencyText,
    timeZone: zoneText,
    charge: usageChargeSchema,
    unusedPeriods: z.enum(['priced', 'free']).optional(),
    periods: z.array(periodSchema).min(1).max(1200),
    events: z.array(z.strictObject({ ...meteredEventFields, at: instantSchema })).max(10_000),
  }),
  z.strictObject({
    kind: z.literal('hourly-commitment'),
    currency: currencyText,
    commitments: z
      .array(
        z.strictObject({
          hours: hoursSchema.nullable(),
          unit: naturalDecimal,
          minimum: naturalDecimal,
          overageFactor: naturalDecimal,
          trueUp: z.boolean(),
        }),
      )
      .min(1)
      .max(48),
    windows: z.array(z.strictObject({ hour: z.int().min(0).max(23), quantity: naturalDecimal })).max(1000),
  }),
  z.strictObject({
    kind: z.literal('interim-bills'),
    currency: currencyText,
    price: priceSchema,
    thresholds: z.array(naturalDecimal).max(100),
    usage: z.array(naturalDecimal).max(10_000),
    fee: naturalDecimal,
  }),
  z.strictObject({
    kind: z.literal('conversion'),
    currency: currencyText,
    amount: decimalText,
    to: currencyText,
    on: daySchema,
    source: keyText,
    rates: z
      .array(
        z.strictObject({
          from: currencyText,
          to: currencyText,
          effectiveFrom: daySchema,
          rate: positiveDecimal,
          source: keyText,
        }),
      )
      .max(10_000),
  }),
  z.strictObject({
    kind: z.literal('periods'),
    start: daySchema,
    interval: intervalSchema,
    billing: z.enum(['anniversary', 'calendar']),
    count: z.int().min(1).max(1200),
  }),
  z.strictObject({
    kind: z.literal('recognition'),
    currency: currencyText,
    amount: decimalText,
    from: instantSchema,
    to: instantSchema,
    by: z.enum(recognitionGrains),
    bookedOn: daySchema.nullable(),
  }),
]);

export const calculationAnswerSchema = z.discriminatedUnion('kind', [
  accountAnswerSchema,
  dunningAnswerSchema,
  taxAnswerSchema,
  couponSeriesAnswerSchema,
  creditedDocumentAnswerSchema,
  creditNotesAnswerSchema,
  voidAnswerSchema,
  walletAnswerSchema,
  postingsAnswerSchema,
  z.object({
    kind: z.literal('rating'),
    amount: z.string(),
    unrounded: z.string().nullable(),
    perTier: z.array(z.string()),
    trueUp: z.string(),
    capDiscount: z.string(),
  }),
  z.object({
    kind: z.literal('document'),
    subtotal: z.string(),
    discount: z.string(),
    tax: z.string(),
    total: z.string(),
    lines: z.array(z.object({ net: z.string(), discount: z.string(), tax: z.string() })),
  }),
  z.object({ kind: z.literal('proration'), amount: z.string(), days: z.int(), ofDays: z.int() }),
  z.object({
    kind: z.literal('metering'),
    periods: z.array(z.object({ quantity: z.string(), amount: z.string() })),
  }),
  z.object({ kind: z.literal('hourly-commitment'), windows: z.array(z.string()), total: z.string() }),
  z.object({
    kind: z.literal('interim-bills'),
    interims: z.array(z.string()),
    credits: z.string(),
    final: z.string(),
  }),
  z.object({ kind: z.literal('conversion'), amount: z.string(), rate: z.string(), rateOn: z.string() }),
  z.object({ kind: z.literal('periods'), periods: z.array(periodSchema) }),
  z.object({
    kind: z.literal('recognition'),
    months: z.array(z.object({ month: z.string(), revenue: z.string() })),
  }),
]);
