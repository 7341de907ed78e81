import { z } from 'zod';
import { decimal } from './answer-values.ts';

export const creditNotesAnswer = z.object({
  kind: z.literal('credit-notes'),
  invoiceTax: decimal,
  invoiceTotal: decimal,
  notes: z.array(z.object({ net: decimal, tax: decimal, total: decimal })),
  sum: decimal,
});

export const voidAnswer = z.object({
  kind: z.literal('void'),
  funded: decimal,
  givenBack: decimal,
  givenBackInAll: decimal,
  forgone: decimal,
});

export const walletAnswer = z.object({
  kind: z.literal('wallet'),
  steps: z.array(
    z.object({
      amount: decimal,
      credits: decimal,
      creditsLeft: decimal,
      balanceLeft: decimal,
      invoice: z.object({ discount: decimal, total: decimal, due: decimal }).nullable(),
    }),
  ),
});
