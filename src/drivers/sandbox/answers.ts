import { z } from 'zod';
import { capabilities } from '../../target/capability.ts';
import { policyProfile } from '../policy-profile.ts';
import { currency, day, decimal, money, period } from './answer-values.ts';
import { creditNotesAnswer, voidAnswer, walletAnswer } from './credit-answers.ts';
import { couponSeriesAnswer, creditedDocumentAnswer, taxAnswer } from './tax-answers.ts';

export const tenantAnswer = z.object({ tenantId: z.string(), apiKey: z.string() });
export const leftoversAnswer = z.object({ tenants: z.array(z.object({ name: z.string() })) });
export const writeAnswer = z.object({
  outcome: z.enum(['done', 'not-done', 'unknown']),
  status: z.int().nullable(),
});
export const clockAnswer = z.object({ today: day });
export const countAnswer = z.object({ count: z.int() });
export const dailyUsageAnswer = z.object({ days: z.array(z.object({ date: day, quantity: decimal })) });
export const usageTotalAnswer = z.object({ quantity: decimal });
export const billRunAnswer = z.object({ invoiceIds: z.array(z.string()) });
export const endpointAnswer = z.object({ secret: z.string() });

export const descriptionAnswer = z.object({
  name: z.string(),
  version: z.string(),
  environment: z.string(),
  clock: z.enum(['per-session', 'per-server', 'none']),
  capabilities: z.partialRecord(z.enum(capabilities), z.enum(['native', 'emulated', 'absent'])),
  profile: policyProfile,
  interfaces: z.array(
    z.object({ name: z.string(), provenance: z.enum(['real', 'vendor-sandbox', 'simulated', 'absent']) }),
  ),
  digests: z.object({
    build: z.string().nullable(),
    configuration: z.string().nullable(),
    priceBook: z.string().nullable(),
    dataCut: z.string().nullable(),
  }),
});

export const customerAnswer = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  country: z.string(),
  currency,
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
  start: day,
  quantity: decimal,
  billing: z.enum(['anniversary', 'calendar']),
  state: z.enum(['active', 'paused', 'cancelled', 'pending']),
  end: day.nullable(),
  currentPeriod: period.nullable(),
});

export const billedThroughAnswer = z.object({ billedThrough: day.nullable() });

export const usageAnswer = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['accepted', 'duplicate', 'too-late', 'rejected']),
      reason: z.string(),
    }),
  ),
});

const taxTreatment = z.enum(['taxed', 'exempt', 'reverse-charge', 'no-tax']);

export const invoiceAnswer = z.object({
  id: z.string(),
  number: z.string(),
  customerId: z.string(),
  status: z.enum(['draft', 'finalised', 'void']),
  currency,
  issueDate: day,
  dueDate: day.nullable(),
  lines: z.array(
    z.object({
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
      priceVersion: day.nullable(),
      period: period.nullable(),
      quantity: decimal,
      net: money,
      discount: money,
      tax: money,
      taxPercent: decimal,
      taxTreatment,
    }),
  ),
  subtotal: money,
  discount: money,
  tax: money,
  total: money,
  paid: money,
  credited: money,
  due: money,
  discounts: z.array(z.object({ code: z.string(), amount: money })),
  taxes: z.array(z.object({ ratePercent: decimal, treatment: taxTreatment, base: money, tax: money })),
});

export const invoicePageAnswer = z.object({ invoices: z.array(invoiceAnswer), next: z.string().nullable() });
export const quoteAnswer = z.object({ invoice: invoiceAnswer.nullable() });

export const paymentAnswer = z.object({
  id: z.string(),
  key: z.string(),
  invoiceId: z.string(),
  amount: money,
  status: z.enum(['succeeded', 'declined', 'pending', 'charged-back']),
  date: day,
  gatewayAmountMinor: z
    .string()
    .regex(/^(0|-?[1-9]\d*)$/)
    .transform((text) => BigInt(text))
    .nullable(),
});

export const paymentsAnswer = z.object({ payments: z.array(paymentAnswer) });

const ledgerAccount = z.enum([
  'receivables',
  'revenue',
  'deferred-revenue',
  'tax-payable',
  'cash',
  'discounts',
  'customer-credit',
  'prepaid-credit',
  'bad-debt',
]);

export const ledgerAnswer = z.object({
  entries: z.array(
    z.object({
      postingId: z.string(),
      date: day,
      account: ledgerAccount,
      side: z.enum(['debit', 'credit']),
      amount: money,
      customerId: z.string(),
      invoiceId: z.string().nullable(),
    }),
  ),
});

const postedSides = z.array(
  z.object({ account: ledgerAccount, side: z.enum(['debit', 'credit']), amount: decimal }),
);

export const calculationAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('account'),
    steps: z.array(z.object({ dues: z.array(decimal), credit: decimal, account: decimal, moved: decimal })),
  }),
  z.object({
    kind: z.literal('dunning'),
    dueDates: z.array(day),
    attempts: z.array(day),
    days: z.array(z.object({ level: z.string().nullable(), requests: z.int(), requested: decimal })),
  }),
  taxAnswer,
  couponSeriesAnswer,
  creditedDocumentAnswer,
  creditNotesAnswer,
  voidAnswer,
  walletAnswer,
  z.object({ kind: z.literal('postings'), invoice: postedSides, steps: z.array(postedSides) }),
  z.object({
    kind: z.literal('rating'),
    amount: decimal,
    unrounded: decimal.nullable(),
    perTier: z.array(decimal),
    trueUp: decimal,
    capDiscount: decimal,
  }),
  z.object({
    kind: z.literal('document'),
    subtotal: decimal,
    discount: decimal,
    tax: decimal,
    total: decimal,
    lines: z.array(z.object({ net: decimal, discount: decimal, tax: decimal })),
  }),
  z.object({ kind: z.literal('proration'), amount: decimal, days: z.number(), ofDays: z.number() }),
  z.object({
    kind: z.literal('metering'),
    periods: z.array(z.object({ quantity: decimal, amount: decimal })),
  }),
  z.object({ kind: z.literal('hourly-commitment'), windows: z.array(decimal), total: decimal }),
  z.object({
    kind: z.literal('conversion'),
    amount: decimal,
    rate: decimal,
    rateOn: day,
  }),
  z.object({
    kind: z.literal('interim-bills'),
    interims: z.array(decimal),
    credits: decimal,
    final: decimal,
  }),
  z.object({ kind: z.literal('periods'), periods: z.array(period) }),
  z.object({ kind: z.literal('recognition'), months: z.array(z.object({ month: day, revenue: decimal })) }),
]);

export const eventAnswer = z.object({
  id: z.string(),
  kind: z
    .enum([
      'invoice.finalised',
      'payment.succeeded',
      'subscription.started',
      'invoice.voided',
      'credit-note.issued',
      'other',
    ])
    .catch('other'),
  objectId: z.string(),
  sequence: z.int().exactOptional(),
});
