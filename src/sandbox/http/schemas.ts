import { z } from 'zod';
import { isCurrency } from '../../model/currency.ts';
import { type Instant, instant, type LocalDate, localDate } from '../../model/date.ts';
import { isTimeZone } from '../arithmetic/zone.ts';

/** The brands of the model's dates are given after the check, in the handlers' types only. */
function isReadable(read: (text: string) => unknown, text: string): boolean {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
}

const dayMessage = 'expected a calendar day such as 2026-04-16';

export const daySchema = z
  .custom<LocalDate>((value) => typeof value === 'string' && isReadable(localDate, value), dayMessage)
  .meta({ type: 'string', format: 'date', description: 'A calendar day without a zone.' });
export const instantText = z
  .string()
  .refine(
    (text) => isReadable(instant, text),
    'expected an instant with its zone such as 2026-04-16T09:30:00Z',
  );
export const instantSchema = z
  .custom<Instant>((value) => typeof value === 'string' && isReadable(instant, value), 'expected an instant')
  .meta({ type: 'string', format: 'date-time', description: 'A moment with its zone.' });
export const decimalText = z
  .string()
  .regex(/^-?\d{1,13}(\.\d{1,30})?$/, 'expected a plain decimal number such as "12.50"');
export const positiveDecimal = z
  .string()
  .regex(/^(?=.*[1-9])\d{1,13}(\.\d{1,20})?$/, 'expected a decimal number above zero');
export const naturalDecimal = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,30})?$/, 'expected a decimal number of zero or more, such as "12.50"');
export const percentText = z
  .string()
  .regex(/^(100(\.0{1,10})?|\d{1,2}(\.\d{1,10})?)$/, 'expected a percentage from 0 to 100');
export const currencyText = z.string().refine(isCurrency, 'expected an ISO 4217 code such as EUR');
export const countryText = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166 code such as DE');
export const zoneText = z.string().refine(isTimeZone, 'expected an IANA time zone such as Europe/Berlin');
export const regionText = z
  .string()
  .regex(/^[A-Z0-9]{1,3}$/, 'expected the letters of ISO 3166-2 such as CA');
export const vatIdText = z
  .string()
  .regex(/^[A-Z]{2}[0-9A-Z+*]{2,12}$/, 'expected a VAT id such as FR12345678901');
export const nameText = z.string().min(1).max(200);
export const keyText = z.string().min(1).max(300);

export const moneySchema = z.strictObject({ amount: decimalText, currency: currencyText });
export const periodSchema = z.strictObject({ from: daySchema, to: daySchema });
export const intervalSchema = z.strictObject({
  unit: z.enum(['day', 'week', 'month', 'year']),
  count: z.int().min(1).max(1200),
});

const tierSchema = z.strictObject({
  upTo: positiveDecimal.nullable(),
  unit: naturalDecimal,
  flat: naturalDecimal,
  block: positiveDecimal.optional(),
});

const tiersSchema = z
  .array(tierSchema)
  .min(1)
  .max(100)
  .refine(
    (tiers) => tiers.every((tier, index) => (tier.upTo === null) === (index === tiers.length - 1)),
    'expected the last tier, and no other, to be without end',
  );

export const priceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), amount: naturalDecimal }),
  z.strictObject({ kind: z.literal('per-unit'), unit: naturalDecimal }),
  z.strictObject({ kind: z.literal('graduated'), tiers: tiersSchema }),
  z.strictObject({ kind: z.literal('volume'), tiers: tiersSchema }),
  z.strictObject({ kind: z.literal('stairstep'), tiers: tiersSchema }),
  z.strictObject({
    kind: z.literal('package'),
    packageSize: positiveDecimal,
    packagePrice: naturalDecimal,
    freeUnits: naturalDecimal,
    partPackage: z.enum(['charged', 'free']).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('percentage'),
    ratePercent: naturalDecimal,
    fixedPerEvent: naturalDecimal,
    freeEvents: z.int().min(0).nullable(),
    freeVolume: naturalDecimal.nullable(),
  }),
  z.strictObject({ kind: z.literal('dynamic'), multiplier: naturalDecimal }),
]);

/** Whole hours of a day; the last one is not included. */
export const hoursSchema = z.strictObject({ from: z.int().min(0).max(23), to: z.int().min(1).max(24) });

const bucketSchema = z.strictObject({
  code: keyText,
  where: z.record(keyText, z.array(z.string().max(300)).min(1).max(100)),
  hours: hoursSchema.optional(),
  price: priceSchema,
});

export const usageChargeSchema = z.strictObject({
  kind: z.literal('usage'),
  code: keyText,
  meter: keyText,
  price: priceSchema,
  aggregation: z.enum(['sum', 'count', 'max', 'min', 'average', 'last', 'unique', 'weighted-sum']).optional(),
  groupBy: z.array(keyText).min(1).max(10).optional(),
  buckets: z.array(bucketSchema).max(100).optional(),
  included: naturalDecimal.optional(),
  minimum: naturalDecimal.optional(),
  taxCategory: keyText.exactOptional(),
});

/** What an event says of itself, whoever caused it. */
export const meteredEventFields = {
  id: keyText,
  quantity: decimalText,
  at: instantText,
  properties: z.record(keyText, z.string().max(300)).optional(),
  subject: keyText.optional(),
  operation: z.enum(['add', 'remove']).optional(),
};

export const chargeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('recurring'),
    code: keyText,
    timing: z.enum(['advance', 'arrears']),
    price: priceSchema,
    taxCategory: keyText.exactOptional(),
    inTrial: z.enum(['free', 'charged']).optional(),
  }),
  usageChargeSchema.refine(
    ({ aggregation }) => aggregation !== 'weighted-sum',
    'expected another aggregation: weighted-sum is answered in previews only',
  ),
  z.strictObject({
    kind: z.literal('one-off'),
    code: keyText,
    price: priceSchema,
    taxCategory: keyText.exactOptional(),
  }),
]);

export const chargePriceSchema = z.strictObject({ charge: keyText, price: priceSchema });

export const timingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), date: daySchema }),
  z.strictObject({ kind: z.literal('period-end') }),
]);
