import { z } from 'zod';
import { moneySchema, periodSchema } from './schemas.ts';

export const customerAnswer = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  country: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  region: z.string().nullable(),
  taxStatus: z.enum(['standard', 'exempt']),
  vatId: z.string().nullable(),
});

export const subscriptionAnswer = z.object({
  id: z.string(),
  key: z.string(),
  customerId: z.string(),
  plan: z.string(),
  start: z.string(),
  quantity: z.string(),
  billing: z.enum(['anniversary', 'calendar']),
  state: z.enum(['active', 'paused', 'cancelled', 'pending']),
  end: z.string().nullable(),
  trialEnd: z.string().nullable(),
  addOnTo: z.string().nullable(),
  currentPeriod: periodSchema.nullable(),
});

export const billedThroughAnswer = z.object({ billedThrough: z.string().nullable() });

const taxTreatment = z.enum(['taxed', 'exempt', 'reverse-charge', 'no-tax']);

const lineAnswer = z.object({
  kind: z.enum([
    'recurring',
    'one-off',
    'usage',
    'commitment',
    'proration-credit',
    'proration-charge',
    'discount',
    'adjustment',
  ]),
  text: z.string(),
  subscriptionId: z.string().nullable(),
  plan: z.string().nullable(),
  charge: z.string().nullable(),
  priceVersion: z.string().nullable(),
  period: periodSchema.nullable(),
  quantity: z.string(),
  net: moneySchema,
  discount: moneySchema,
  tax: moneySchema,
  taxPercent: z.string(),
  taxTreatment,
});

export const invoiceAnswer = z.object({
  id: z.string(),
  number: z.string(),
  customerId: z.string(),
  status: z.enum(['draft', 'finalised', 'void']),
  currency: z.string(),
  issueDate: z.string(),
  dueDate: z.string().nullable(),
  lines: z.array(lineAnswer),
  subtotal: moneySchema,
  discount: moneySchema,
  tax: moneySchema,
  total: moneySchema,
  paid: moneySchema,
  credited: moneySchema,
  due: moneySchema,
  discounts: z.array(z.object({ code: z.string(), amount: moneySchema })),
  taxes: z.array(
    z.object({ ratePercent: z.string(), treatment: taxTreatment, base: moneySchema, tax: moneySchema }),
  ),
});

export const paymentAnswer = z.object({
  id: z.string(),
  key: z.string(),
  invoiceId: z.string(),
  amount: moneySchema,
  status: z.enum(['succeeded', 'declined', 'pending', 'charged-back']),
  date: z.string(),
  gatewayAmountMinor: z.string().nullable(),
});

export const ledgerAnswer = z.object({
  postingId: z.string(),
  date: z.string(),
  account: z.enum([
    'receivables',
    'revenue',
    'deferred-revenue',
    'tax-payable',
    'cash',
    'discounts',
    'customer-credit',
    'prepaid-credit',
    'bad-debt',
  ]),
  side: z.enum(['debit', 'credit']),
  amount: moneySchema,
  customerId: z.string(),
  invoiceId: z.string().nullable(),
});
