import { z } from 'zod';
import { localDate } from '../../model/date.ts';

/** What Kill Bill answers, as far as we read it. Numbers are decimal texts already. */
const decimal = z.string();
const day = z.string().transform((text) => localDate(text.slice(0, 10)));

/** Older servers leave out what later ones tell. */
function absentAsNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((found) => found ?? null);
}

export const accountAnswer = z.object({
  accountId: z.string(),
  externalKey: z.string(),
  name: z.string().nullable(),
  currency: z.string(),
  timeZone: z.string(),
});

export const balancesAnswer = z.object({ accountBalance: decimal, accountCBA: decimal });

export const subscriptionAnswer = z.object({
  accountId: z.string(),
  bundleId: z.string(),
  subscriptionId: z.string(),
  externalKey: z.string(),
  startDate: day,
  planName: z.string(),
  state: z.enum(['PENDING', 'ACTIVE', 'BLOCKED', 'CANCELLED', 'EXPIRED']),
  cancelledDate: day.nullable(),
  billingEndDate: day.nullable(),
  chargedThroughDate: day.nullable(),
  billCycleDayLocal: z.string().nullable(),
});

export const itemAnswer = z.object({
  invoiceItemId: z.string(),
  linkedInvoiceItemId: absentAsNull(z.string()),
  subscriptionId: absentAsNull(z.string()),
  planName: absentAsNull(z.string()),
  prettyPlanName: absentAsNull(z.string()),
  phaseName: absentAsNull(z.string()),
  usageName: absentAsNull(z.string()),
  itemType: z.string(),
  description: absentAsNull(z.string()),
  startDate: absentAsNull(day),
  endDate: absentAsNull(day),
  amount: decimal,
  rate: absentAsNull(decimal),
  quantity: absentAsNull(decimal),
  itemDetails: absentAsNull(z.string()),
  catalogEffectiveDate: absentAsNull(z.string()),
});

export const invoiceAnswer = z.object({
  invoiceId: z.string(),
  accountId: z.string(),
  invoiceNumber: z.string().nullable(),
  currency: z.string(),
  status: z.enum(['DRAFT', 'COMMITTED', 'VOID']),
  invoiceDate: day,
  amount: decimal,
  balance: decimal,
  items: z.array(itemAnswer),
});

export const invoicesAnswer = z.array(invoiceAnswer);

const transactionAnswer = z.object({
  transactionId: z.string(),
  transactionExternalKey: z.string(),
  transactionType: z.string(),
  effectiveDate: z.string(),
  status: z.string(),
  amount: decimal,
  currency: z.string(),
});

export const invoicePaymentAnswer = z.object({
  targetInvoiceId: z.string().nullable(),
  accountId: z.string(),
  paymentId: z.string(),
  paymentExternalKey: z.string(),
  transactions: z.array(transactionAnswer),
});

export const invoicePaymentsAnswer = z.array(invoicePaymentAnswer);

export type KillBillInvoice = z.infer<typeof invoiceAnswer>;
export type KillBillItem = z.infer<typeof itemAnswer>;
export type KillBillPayment = z.infer<typeof invoicePaymentAnswer>;
export type KillBillSubscription = z.infer<typeof subscriptionAnswer>;
