import { z } from 'zod';
import { decimal } from './answer-values.ts';

export const taxAnswer = z.object({
  kind: z.literal('tax'),
  lines: z.array(
    z.object({
      tax: decimal,
      ratePercent: decimal,
      treatment: z.enum(['taxed', 'exempt', 'reverse-charge', 'no-tax']),
    }),
  ),
  tax: decimal,
  total: decimal,
});

export const couponSeriesAnswer = z.object({
  kind: z.literal('coupon-series'),
  invoices: z.array(z.object({ discount: decimal, total: decimal })),
});

export const creditedDocumentAnswer = z.object({
  kind: z.literal('credited-document'),
  discount: decimal,
  credits: decimal,
  total: decimal,
});
